import { livesIn, type Release } from '../../../data/releases.js';

/** What each release took out of the files of those before it. */
const taken: readonly (readonly [since: Release, until: Release, setting: string])[] = [
  ['ussuri', 'ussuri', 'DEFAULT/admin_token'],
  ['yoga', 'yoga', 'DEFAULT/member_role_id'],
  ['yoga', 'yoga', 'DEFAULT/member_role_name'],
];

/** The settings that a release takes out. */
export function leftovers(release: Release): Readonly<Record<string, { readonly ensure: 'absent' }>> {
  const names = taken.filter(([since, until]) => livesIn(release, since, until)).map(([, , name]) => name);
  return Object.fromEntries(names.map((name) => [name, { ensure: 'absent' }]));
}
