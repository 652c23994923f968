import { isReleaseBetween, type Release } from '../../../data/releases.js';

/** What each release took out of the files of those before it. */
const removals: readonly (readonly [since: Release, until: Release, setting: string])[] = [
  ['ussuri', 'ussuri', 'DEFAULT/admin_token'],
  ['yoga', 'yoga', 'DEFAULT/member_role_id'],
  ['yoga', 'yoga', 'DEFAULT/member_role_name'],
];

/** The settings that a release takes out. */
export function findRemovedSettings(
  release: Release,
): Readonly<Record<string, { readonly ensure: 'absent' }>> {
  const names = removals
    .filter(([since, until]) => isReleaseBetween(release, since, until))
    .map(([, , name]) => name);
  return Object.fromEntries(names.map((name) => [name, { ensure: 'absent' }]));
}
