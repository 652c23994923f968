import { type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { matchesPattern, observePackage, type PackageEntry } from '../observe-package.js';
import { isWithin, parseRange } from '../version-range.js';
import { findPolicy, type Policy } from './apt-policy.js';
import { compareDebianVersions } from './debian-version.js';
import { type DpkgPackage, type DpkgStatus, isInstalled } from './dpkg-status.js';

/** The information from which a transaction is planned. */
export interface AptKnowledge {
  readonly status: DpkgStatus;
  /** What the lists contain, of the packages that were looked up. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** The packages that could be installed for a virtual one, of those that were looked up. */
  readonly providers?: ReadonlyMap<string, readonly string[]>;
}

/** One apt transaction. */
export interface AptPlan {
  /** Arguments of `apt-get install`: `name`, `name=version`, a path, and `name-` for a package to remove. */
  readonly targets: readonly string[];
  /** Packages that are removed with their configuration files. */
  readonly purges: readonly string[];
  /** Selections for `dpkg --set-selections`, by package: a hold that is set or removed. */
  readonly selections: ReadonlyMap<string, 'hold' | 'install'>;
  /** Whether a package on hold is changed because its resource declares so. */
  readonly changesHeld: boolean;
  /** Whether a version is named, or selected by a pin, that may be older than the installed one. */
  readonly downgrades: boolean;
}

/** Finds the entry of a resource: the package itself, or one that provides it if that is allowed. */
export function findEntry(desired: DesiredPackage, status: DpkgStatus): DpkgPackage | undefined {
  const own = status.find(desired.name);
  if (own !== undefined && isInstalled(own)) return own;
  const virtual = desired.allow_virtual && (desired.ensure === 'present' || desired.ensure === 'latest');
  return (virtual && status.findProvider(desired.name)) || own;
}

/** Converts dpkg's entry to the form that all package managers share. */
export function toPackageEntry(entry: DpkgPackage | undefined): PackageEntry | undefined {
  if (entry === undefined) return undefined;
  const held = entry.selection === 'hold';
  if (isInstalled(entry)) return { version: entry.version, held };
  return entry.status === 'not-installed' ? { held } : { residue: entry.status, held };
}

/** Returns the observed state of a package, in the terms of its desired state. */
export function observeApt(desired: DesiredPackage, { status, policies }: AptKnowledge) {
  const entry = findEntry(desired, status);
  const newest = entry && findPolicy(policies, entry.name)?.candidate;
  return observePackage(desired, toPackageEntry(entry), { satisfies: satisfiesAptVersion, newest });
}

/** Returns whether a version is in the range of a manifest, matches its pattern, or is equal for dpkg. */
export function satisfiesAptVersion(version: string, desired: string): boolean {
  const range = parseRange(desired);
  if (range !== undefined) return isWithin(version, range, compareDebianVersions);
  return matchesPattern(version, desired) || compareDebianVersions(version, desired) === 0;
}

/** Returns apt's latest version if a pin has selected one that is older than the installed version. */
export function findDowngrade(
  desired: DesiredPackage,
  { status, policies }: AptKnowledge,
): { readonly from: string; readonly to: string } | undefined {
  const entry = desired.ensure === 'latest' ? findEntry(desired, status) : undefined;
  if (entry === undefined || !isInstalled(entry)) return undefined;
  const to = findPolicy(policies, entry.name)?.candidate;
  if (to === undefined || compareDebianVersions(to, entry.version) >= 0) return undefined;
  return { from: entry.version, to };
}

/** Lists the virtual packages whose providers are needed to plan a transaction. */
export function listVirtualNames(
  subjects: readonly PackageSubject[],
  { status, policies }: AptKnowledge,
): string[] {
  return listNamesToLookUp(subjects, status).filter(
    (name) => findPolicy(policies, name)?.versions.length === 0,
  );
}

/** Lists the packages whose available versions are needed to plan a transaction. */
export function listNamesToLookUp(subjects: readonly PackageSubject[], status: DpkgStatus): string[] {
  const names = subjects
    .filter(({ desired }) => !isToBeRemoved(desired) && desired.source === undefined)
    .map(({ desired }) => resolveTargetName(desired, status));
  return [...new Set(names)].sort();
}

/** Returns the package that apt has to change: for a virtual package, the installed one that provides it. */
export function resolveTargetName(desired: DesiredPackage, status: DpkgStatus): string {
  const entry = findEntry(desired, status);
  const own = desired.name.replace(/:.*$/, '');
  return entry === undefined || entry.name === own ? desired.name : `${entry.name}:${entry.architecture}`;
}

/** Returns whether `ensure` is a version, a pattern or a range, and not a keyword. */
export function isVersionSpec(ensure: string): boolean {
  return !['present', 'latest', 'absent', 'purged'].includes(ensure);
}

/** Returns the newest version that satisfies `desired`; for a range, one that no pin excludes. */
export function pickVersion(desired: string, policy: Policy | undefined): string | undefined {
  const barred = parseRange(desired) === undefined ? undefined : policy?.barred;
  const matching = policy?.versions.filter((one) => satisfiesAptVersion(one, desired) && !barred?.has(one));
  return matching?.sort((one, other) => compareDebianVersions(other, one))[0];
}

/** Plans one transaction for all packages that are not in sync. */
export function planApt(subjects: readonly PackageSubject[], knowledge: AptKnowledge): AptPlan {
  const { status, policies } = knowledge;
  const targets = new Set<string>();
  const purges: string[] = [];
  const selections = new Map<string, 'hold' | 'install'>();
  let changesHeld = false;
  let downgrades = false;

  for (const { desired } of subjects) {
    const state = observeApt(desired, knowledge);
    const entry = findEntry(desired, status);
    const held = entry?.selection === 'hold';
    const name = resolveTargetName(desired, status);
    if (state.ensure !== desired.ensure) {
      changesHeld ||= held;
      if (isToBeRemoved(desired)) {
        if (entry !== undefined && entry.status !== 'config-files') targets.add(`${name}-`);
        if (desired.ensure === 'purged') purges.push(name);
      } else if (desired.source !== undefined) {
        targets.add(desired.source);
        downgrades ||= isVersionSpec(desired.ensure);
      } else if (isVersionSpec(desired.ensure)) {
        targets.add(`${name}=${pickVersion(desired.ensure, findPolicy(policies, name)) ?? desired.ensure}`);
        downgrades = true;
      } else {
        targets.add(name);
        // Only a pin with a priority above 1000 makes an older version the candidate, and requests exactly that.
        downgrades ||= findDowngrade(desired, knowledge) !== undefined;
      }
    }
    // dpkg forgets a hold when it changes the package, so a hold is set again even if it was set before.
    const hold = desired.mark === undefined ? held : desired.mark === 'hold';
    if (!isToBeRemoved(desired) && (hold !== held || (hold && state.ensure !== desired.ensure))) {
      selections.set(name, hold ? 'hold' : 'install');
    }
  }
  return { targets: [...targets].sort(), purges: purges.sort(), selections, changesHeld, downgrades };
}
