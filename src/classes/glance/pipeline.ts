import { matching } from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';

/** The name of a pipeline in the paste configuration, or an empty string. */
export const pipelineName = matching(
  /^(\w+(\+\w+)*)?$/,
  "the name of a pipeline, words joined by '+' such as 'keystone+caching', or ''",
);

/**
 * Returns the option for a pipeline: absent if it is empty, which selects the default pipeline. Up to Yoga Puppet's
 * classes declare `ensure => present` with the value, and since 2023.2 they also write an empty value.
 */
export function flavorSetting(pipeline: unknown, release: Release): unknown {
  if (isReleaseBetween(release, '2023.2', undefined)) return { value: pipeline ?? '' };
  if (pipeline === undefined || pipeline === '') return { ensure: 'absent' };
  return isReleaseBetween(release, undefined, 'yoga')
    ? { ensure: 'present', value: pipeline }
    : { value: pipeline };
}
