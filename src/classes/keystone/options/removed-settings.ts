import { isReleaseBetween, type Release } from '../../../data/releases.js';

/** Settings that a release removes from the files of earlier ones. */
const removals: readonly (readonly [since: Release, until: Release, setting: string])[] = [
  ['ussuri', 'ussuri', 'DEFAULT/admin_token'],
  ['yoga', 'yoga', 'DEFAULT/member_role_id'],
  ['yoga', 'yoga', 'DEFAULT/member_role_name'],
];

/** Returns the settings that a release removes. */
export function findRemovedSettings(
  release: Release,
): Readonly<Record<string, { readonly ensure: 'absent' }>> {
  const names = removals
    .filter(([since, until]) => isReleaseBetween(release, since, until))
    .map(([, , name]) => name);
  return Object.fromEntries(names.map((name) => [name, { ensure: 'absent' }]));
}
