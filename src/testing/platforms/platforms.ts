import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { centos7 } from './centos-7.js';
import { centos9 } from './centos-9.js';
import { debian11 } from './debian-11.js';
import { debian12 } from './debian-12.js';
import { debian13 } from './debian-13.js';
import type { Platform } from './describe-platform.js';
import { ubuntu1604 } from './ubuntu-16.04.js';
import { ubuntu2204 } from './ubuntu-22.04.js';
import { ubuntu2404 } from './ubuntu-24.04.js';

const allPlatforms = [
  debian11,
  debian12,
  debian13,
  ubuntu1604,
  ubuntu2204,
  ubuntu2404,
  centos7,
  centos9,
] as const satisfies readonly Platform[];

export type PlatformName = (typeof allPlatforms)[number]['name'];

/**
 * Returns a platform to compile for.
 * @throws {GlanceApplyError} `platform.unknown`
 */
export function platform(name: PlatformName): Platform<PlatformName> {
  const found = allPlatforms.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = allPlatforms.map((one) => one.name);
  return raise('platform.unknown', `unknown platform '${name}'`, {
    hint:
      didYouMean(name, names) ??
      `the platforms are ${names.join(', ')}; for another one, pass its facts to compile`,
  });
}

/**
 * Returns several platforms, to compile for each of them.
 * @param names @default all platforms
 * @example
 * for (const platform of platforms('debian-12', 'centos-7')) { … }
 */
export function platforms(...names: readonly PlatformName[]): readonly Platform<PlatformName>[] {
  return names.length === 0 ? allPlatforms : names.map(platform);
}
