import { anyCharacter, exactCharacter, matchesWildcards } from '../../data/wildcards.js';
import type { State } from '../../engine/provider.js';
import { type DesiredPackage, isToBeRemoved } from './attributes.js';

/** The information of a package manager about a package. */
export interface PackageEntry {
  /** The version that is installed and configured. */
  readonly version?: string | undefined;
  /** The package manager's status of a package that is not, or not completely, installed. */
  readonly residue?: string | undefined;
  readonly held?: boolean | undefined;
}

/** How versions of one package manager are compared with a manifest. */
export interface VersionRules {
  /** Returns whether an installed version satisfies the version of a manifest. */
  satisfies(version: string, desired: string): boolean;
  /** The newest available version; undefined if none is, so that the installed one is the latest. */
  readonly newest?: string | undefined;
}

/**
 * Returns the observed state of a package in the terms of its desired state: a desired `ensure` that is satisfied is
 * returned as it is, so that 'latest', 'present' and '1.6*' compare as equal; otherwise `ensure` is the installed version.
 */
export function observePackage(
  desired: DesiredPackage,
  found: PackageEntry | undefined,
  versions: VersionRules,
): State {
  const { ensure } = desired;
  const version = found?.version;
  if (version === undefined) {
    const residue = found?.residue;
    if (residue === undefined) return { ensure: ensure === 'purged' ? 'purged' : 'absent' };
    // Configuration files alone are not a package, unless they have to be removed too.
    if (residue === 'config-files' && ensure !== 'purged') return { ensure: 'absent' };
    return { ensure: residue, mark: markOf(found) };
  }
  // `inspect` has no desired state.
  const met = ensure !== undefined && !isToBeRemoved(desired) && isSatisfied(ensure, version, versions);
  return { ensure: met ? ensure : version, mark: markOf(found) };
}

function isSatisfied(ensure: string, version: string, versions: VersionRules): boolean {
  if (ensure === 'present') return true;
  if (ensure === 'latest') return versions.newest === undefined || versions.newest === version;
  return versions.satisfies(version, ensure);
}

function markOf(found: PackageEntry | undefined): 'hold' | 'none' {
  return found?.held ? 'hold' : 'none';
}

/**
 * Selects one of several installed versions: the newest that is desired, or else the newest.
 * @param compare Negative if the first version is older.
 */
export function selectVersion<V>(
  versions: readonly V[],
  compare: (one: V, other: V) => number,
  isDesired: (version: V) => boolean,
): V | undefined {
  const newestFirst = [...versions].sort((one, other) => compare(other, one));
  return newestFirst.find(isDesired) ?? newestFirst[0];
}

/** Returns whether a package is in its desired state. */
export function isInSync(desired: DesiredPackage, state: State): boolean {
  // `inspect` has no desired state.
  if (desired.ensure === undefined) return true;
  return (
    state.ensure === desired.ensure &&
    (isToBeRemoved(desired) || desired.mark === undefined || state.mark === desired.mark)
  );
}

/** Returns whether a version matches a pattern with the wildcards `*` and `?`. */
export function matchesPattern(version: string, pattern: string): boolean {
  if (version === pattern) return true;
  if (!/[*?]/.test(pattern)) return false;
  const wildcards = [...pattern].map((one) =>
    one === '*' ? one : one === '?' ? anyCharacter : exactCharacter(one),
  );
  return matchesWildcards(wildcards, version);
}
