import type { Facts } from './facts.js';

/** OpenStack's releases, oldest first, from the first that this library supports. */
export const releases = [
  'newton',
  'ocata',
  'pike',
  'queens',
  'rocky',
  'stein',
  'train',
  'ussuri',
  'victoria',
  'wallaby',
  'xena',
  'yoga',
  'zed',
  '2023.1',
  '2023.2',
  '2024.1',
  '2024.2',
  '2025.1',
  '2025.2',
  '2026.1',
] as const;

export type Release = (typeof releases)[number];

/** Releases before the first that can be compiled for: some translated parameters ended with one of them. */
export type EarlierRelease = 'juno' | 'kilo' | 'liberty' | 'mitaka';

/** The release in an operating system's own packages, by `os.name` and major release. */
const platformReleases: Readonly<Record<string, Release>> = {
  'Debian 10': 'rocky',
  'Debian 11': 'victoria',
  'Debian 12': 'zed',
  'Debian 13': '2025.1',
  'Ubuntu 16.04': 'newton',
  'Ubuntu 18.04': 'queens',
  'Ubuntu 20.04': 'ussuri',
  'Ubuntu 22.04': 'yoga',
  'Ubuntu 24.04': '2024.1',
  'CentOS 7': 'newton',
  'RedHat 7': 'newton',
  'CentOS 8': 'victoria',
  'CentOS 9': 'zed',
  'RedHat 9': 'zed',
};

/** Whether the string names a release. */
export function isRelease(name: string): name is Release {
  const names: readonly string[] = releases;
  return names.includes(name);
}

/** Returns the release in a platform's own packages. @default 'zed' if the platform is unknown */
export function platformRelease(facts: Facts): Release {
  const { name, release } = facts.os ?? {};
  const major = name === 'Ubuntu' ? release?.full : release?.major;
  return platformReleases[`${name} ${major}`] ?? 'zed';
}

/** Returns a negative number if `a` is older, a positive one if it is newer, 0 if both are equal. */
export function compareReleases(a: Release, b: Release | EarlierRelease): number {
  const names: readonly string[] = releases;
  return names.indexOf(a) - names.indexOf(b);
}

/** Whether a release is between two others, inclusive. */
export function isReleaseBetween(
  release: Release,
  since: Release | undefined,
  until: Release | EarlierRelease | undefined,
): boolean {
  return (
    (since === undefined || compareReleases(release, since) >= 0) &&
    (until === undefined || compareReleases(release, until) <= 0)
  );
}

/** Returns the entry of a table by first release that is valid in a release: the newest that is not newer. */
export function findByRelease<V>(
  table: Readonly<Partial<Record<Release, V>>>,
  release: Release,
): V | undefined {
  let found: V | undefined;
  for (const name of releases) {
    if (name in table) found = table[name];
    if (name === release) break;
  }
  return found;
}
