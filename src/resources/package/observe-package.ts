import { anyCharacter, exactCharacter, matchesWildcards } from '../../data/wildcards.js';
import type { State } from '../../engine/provider.js';
import { type DesiredPackage, isToBeRemoved } from './attributes.js';

/** What a package manager knows of a package. */
export interface PackageEntry {
  /** The version that is installed and configured. */
  readonly version?: string | undefined;
  /** What is left of a package that is not (or not properly) installed, in the package manager's word. */
  readonly residue?: string | undefined;
  readonly held?: boolean | undefined;
}

/** How versions of one package manager are held against what a manifest says. */
export interface VersionRules {
  /** Whether an installed version is what is wanted by name. */
  satisfies(version: string, wanted: string): boolean;
  /** The newest version on offer; undefined where none is, and then what is there is the latest. */
  readonly newest?: string | undefined;
}

/**
 * The state of a package in the terms of what is wanted of it: where the wish is met it says so in its own
 * words, so that 'latest', 'present' and '1.6*' all compare as equal; where not, it says what is there.
 */
export function observePackage(
  wanted: DesiredPackage,
  found: PackageEntry | undefined,
  versions: VersionRules,
): State {
  const { ensure } = wanted;
  const version = found?.version;
  if (version === undefined) {
    const left = found?.residue;
    if (left === undefined) return { ensure: ensure === 'purged' ? 'purged' : 'absent' };
    // Configuration files alone are no package, except where they must go too.
    if (left === 'config-files' && ensure !== 'purged') return { ensure: 'absent' };
    return { ensure: left, mark: markOf(found) };
  }
  // Whoever inspects a host wants nothing of it.
  const met = ensure !== undefined && !isToBeRemoved(wanted) && isSatisfied(ensure, version, versions);
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

/** Whether nothing is left to do. */
export function isInSync(wanted: DesiredPackage, state: State): boolean {
  // Whoever inspects a host wants nothing of it.
  if (wanted.ensure === undefined) return true;
  return (
    state.ensure === wanted.ensure &&
    (isToBeRemoved(wanted) || wanted.mark === undefined || state.mark === wanted.mark)
  );
}

/** Whether a version fits a pattern in which `*` and `?` stand for any letters. */
export function matchesPattern(version: string, pattern: string): boolean {
  if (version === pattern) return true;
  if (!/[*?]/.test(pattern)) return false;
  const wildcards = [...pattern].map((one) =>
    one === '*' ? one : one === '?' ? anyCharacter : exactCharacter(one),
  );
  return matchesWildcards(wildcards, version);
}
