import { type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { matchesPattern, observePackage, type PackageEntry } from '../observe-package.js';
import { isWithin, parseRange } from '../version-range.js';
import { findPolicy, type Policy } from './apt-policy.js';
import { compareDebianVersions } from './debian-version.js';
import { type DpkgPackage, type DpkgStatus, isInstalled } from './dpkg-status.js';

/** What is known when a transaction is planned. */
export interface AptKnowledge {
  readonly status: DpkgStatus;
  /** What the lists offer, of the packages that were asked for. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Which packages could be installed for a virtual one, of those that were asked for. */
  readonly providers?: ReadonlyMap<string, readonly string[]>;
}

/** One apt transaction. */
export interface AptPlan {
  /** Arguments of `apt-get install`: `name`, `name=version`, a path, and `name-` for what is removed. */
  readonly targets: readonly string[];
  /** Packages that go with their configuration files. */
  readonly purges: readonly string[];
  /** Selections for `dpkg --set-selections`, by package: a hold that is set or lifted. */
  readonly selections: ReadonlyMap<string, 'hold' | 'install'>;
  /** A package that is on hold is changed because its resource says so. */
  readonly changesHeld: boolean;
  /** A version is named, or chosen by a pin, which may be older than the one that is there. */
  readonly downgrades: boolean;
}

/** The entry that a resource is about: the package itself, or where that may be one that provides it. */
export function findEntry(wanted: DesiredPackage, status: DpkgStatus): DpkgPackage | undefined {
  const own = status.find(wanted.name);
  if (own !== undefined && isInstalled(own)) return own;
  const virtual = wanted.allow_virtual && (wanted.ensure === 'present' || wanted.ensure === 'latest');
  return (virtual && status.findProvider(wanted.name)) || own;
}

/** What dpkg's entry says, in the terms that all package managers share. */
export function toPackageEntry(entry: DpkgPackage | undefined): PackageEntry | undefined {
  if (entry === undefined) return undefined;
  const held = entry.selection === 'hold';
  if (isInstalled(entry)) return { version: entry.version, held };
  return entry.status === 'not-installed' ? { held } : { residue: entry.status, held };
}

/** The state of a package, in the terms of what is wanted of it. */
export function observeApt(wanted: DesiredPackage, { status, policies }: AptKnowledge) {
  const entry = findEntry(wanted, status);
  const newest = entry && findPolicy(policies, entry.name)?.candidate;
  return observePackage(wanted, toPackageEntry(entry), { satisfies: satisfiesAptVersion, newest });
}

/** Whether a version is what a manifest says: inside its range, fitting its pattern, or the same to dpkg. */
export function satisfiesAptVersion(version: string, wanted: string): boolean {
  const range = parseRange(wanted);
  if (range !== undefined) return isWithin(version, range, compareDebianVersions);
  return matchesPattern(version, wanted) || compareDebianVersions(version, wanted) === 0;
}

/** The candidate that is the latest for apt, where a pin has chosen one that is older than what is installed. */
export function findDowngrade(
  wanted: DesiredPackage,
  { status, policies }: AptKnowledge,
): { readonly from: string; readonly to: string } | undefined {
  const entry = wanted.ensure === 'latest' ? findEntry(wanted, status) : undefined;
  if (entry === undefined || !isInstalled(entry)) return undefined;
  const to = findPolicy(policies, entry.name)?.candidate;
  if (to === undefined || compareDebianVersions(to, entry.version) >= 0) return undefined;
  return { from: entry.version, to };
}

/** The virtual packages for which providers have to be known before a transaction can be planned. */
export function listVirtualNames(
  subjects: readonly PackageSubject[],
  { status, policies }: AptKnowledge,
): string[] {
  return listNamesToLookUp(subjects, status).filter(
    (name) => findPolicy(policies, name)?.versions.length === 0,
  );
}

/** The packages whose versions on offer have to be known before a transaction can be planned. */
export function listNamesToLookUp(subjects: readonly PackageSubject[], status: DpkgStatus): string[] {
  const names = subjects
    .filter(({ wanted }) => !isToBeRemoved(wanted) && wanted.source === undefined)
    .map(({ wanted }) => resolveTargetName(wanted, status));
  return [...new Set(names)].sort();
}

/** What apt has to change: of a virtual package that is there and is to be the latest, the one that provides it. */
export function resolveTargetName(wanted: DesiredPackage, status: DpkgStatus): string {
  const entry = findEntry(wanted, status);
  const own = wanted.name.replace(/:.*$/, '');
  return entry === undefined || entry.name === own ? wanted.name : `${entry.name}:${entry.architecture}`;
}

/** Whether a version, a pattern or a range is wanted, and no word. */
export function isVersionSpec(ensure: string): boolean {
  return !['present', 'latest', 'absent', 'purged'].includes(ensure);
}

/** The newest version that fits; of a range, one that no pin bars. */
export function pickVersion(wanted: string, policy: Policy | undefined): string | undefined {
  const barred = parseRange(wanted) === undefined ? undefined : policy?.barred;
  const fitting = policy?.versions.filter((one) => satisfiesAptVersion(one, wanted) && !barred?.has(one));
  return fitting?.sort((one, other) => compareDebianVersions(other, one))[0];
}

/** One transaction for all the packages that are not as wanted; what is done already has no part in it. */
export function planApt(subjects: readonly PackageSubject[], knowledge: AptKnowledge): AptPlan {
  const { status, policies } = knowledge;
  const targets = new Set<string>();
  const purges: string[] = [];
  const selections = new Map<string, 'hold' | 'install'>();
  let changesHeld = false;
  let downgrades = false;

  for (const { wanted } of subjects) {
    const state = observeApt(wanted, knowledge);
    const entry = findEntry(wanted, status);
    const held = entry?.selection === 'hold';
    const name = resolveTargetName(wanted, status);
    if (state.ensure !== wanted.ensure) {
      changesHeld ||= held;
      if (isToBeRemoved(wanted)) {
        if (entry !== undefined && entry.status !== 'config-files') targets.add(`${name}-`);
        if (wanted.ensure === 'purged') purges.push(name);
      } else if (wanted.source !== undefined) {
        targets.add(wanted.source);
        downgrades ||= isVersionSpec(wanted.ensure);
      } else if (isVersionSpec(wanted.ensure)) {
        targets.add(`${name}=${pickVersion(wanted.ensure, findPolicy(policies, name)) ?? wanted.ensure}`);
        downgrades = true;
      } else {
        targets.add(name);
        // Only a pin with a priority above 1000 makes an older version the candidate, and asks for just that.
        downgrades ||= findDowngrade(wanted, knowledge) !== undefined;
      }
    }
    // dpkg forgets a hold when it changes the package, so it is said again even where it was there before.
    const hold = wanted.mark === undefined ? held : wanted.mark === 'hold';
    if (!isToBeRemoved(wanted) && (hold !== held || (hold && state.ensure !== wanted.ensure))) {
      selections.set(name, hold ? 'hold' : 'install');
    }
  }
  return { targets: [...targets].sort(), purges: purges.sort(), selections, changesHeld, downgrades };
}
