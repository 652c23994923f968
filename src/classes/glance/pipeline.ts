import { matching } from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';

/** The name of a pipeline of the paste configuration, which may be empty. */
export const pipelineName = matching(
  /^(\w+(\+\w+)*)?$/,
  "the name of a pipeline, words joined by '+' such as 'keystone+caching', or ''",
);

/**
 * The option that a pipeline comes to: absent where it is empty, for the plain one. Puppet's classes say `present`
 * beside the value up to Yoga, and since 2023.2 they write the empty one too.
 */
export function flavorSetting(pipeline: unknown, release: Release): unknown {
  if (isReleaseBetween(release, '2023.2', undefined)) return { value: pipeline ?? '' };
  if (pipeline === undefined || pipeline === '') return { ensure: 'absent' };
  return isReleaseBetween(release, undefined, 'yoga')
    ? { ensure: 'present', value: pipeline }
    : { value: pipeline };
}
