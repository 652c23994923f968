import { goes, type PackageSubject, type WantedPackage } from '../attributes.js';
import { type Found, fits, observe } from '../observe.js';
import { isWithin, parseRange } from '../version-range.js';
import { type Policy, policyOf } from './apt-policy.js';
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
export function entryOf(wanted: WantedPackage, status: DpkgStatus): DpkgPackage | undefined {
  const own = status.find(wanted.name);
  if (own !== undefined && isInstalled(own)) return own;
  const virtual = wanted.allow_virtual && (wanted.ensure === 'present' || wanted.ensure === 'latest');
  return (virtual && status.providerOf(wanted.name)) || own;
}

/** What dpkg's entry says, in the terms that all package managers share. */
export function foundOf(entry: DpkgPackage | undefined): Found | undefined {
  if (entry === undefined) return undefined;
  const held = entry.selection === 'hold';
  if (isInstalled(entry)) return { version: entry.version, held };
  return entry.status === 'not-installed' ? { held } : { remains: entry.status, held };
}

/** The state of a package, in the terms of what is wanted of it. */
export function observeApt(wanted: WantedPackage, { status, policies }: AptKnowledge) {
  const entry = entryOf(wanted, status);
  const newest = entry && policyOf(policies, entry.name)?.candidate;
  return observe(wanted, foundOf(entry), { satisfies: aptSatisfies, newest });
}

/** Whether a version is what a manifest says: inside its range, fitting its pattern, or the same to dpkg. */
export function aptSatisfies(version: string, wanted: string): boolean {
  const range = parseRange(wanted);
  if (range !== undefined) return isWithin(version, range, compareDebianVersions);
  return fits(version, wanted) || compareDebianVersions(version, wanted) === 0;
}

/** The candidate that is the latest for apt, where a pin has chosen one that is older than what is installed. */
export function downgrade(
  wanted: WantedPackage,
  { status, policies }: AptKnowledge,
): { readonly from: string; readonly to: string } | undefined {
  const entry = wanted.ensure === 'latest' ? entryOf(wanted, status) : undefined;
  if (entry === undefined || !isInstalled(entry)) return undefined;
  const to = policyOf(policies, entry.name)?.candidate;
  if (to === undefined || compareDebianVersions(to, entry.version) >= 0) return undefined;
  return { from: entry.version, to };
}

/** The virtual packages for which providers have to be known before a transaction can be planned. */
export function virtualNames(
  subjects: readonly PackageSubject[],
  { status, policies }: AptKnowledge,
): string[] {
  return namesToLookUp(subjects, status).filter((name) => policyOf(policies, name)?.versions.length === 0);
}

/** The packages whose versions on offer have to be known before a transaction can be planned. */
export function namesToLookUp(subjects: readonly PackageSubject[], status: DpkgStatus): string[] {
  const names = subjects
    .filter(({ wanted }) => !goes(wanted) && wanted.source === undefined)
    .map(({ wanted }) => targetName(wanted, status));
  return [...new Set(names)].sort();
}

/** What apt has to change: of a virtual package that is there and is to be the latest, the one that provides it. */
export function targetName(wanted: WantedPackage, status: DpkgStatus): string {
  const entry = entryOf(wanted, status);
  const own = wanted.name.replace(/:.*$/, '');
  return entry === undefined || entry.name === own ? wanted.name : `${entry.name}:${entry.architecture}`;
}

/** Whether a version, a pattern or a range is wanted, and no word. */
export function isVersion(ensure: string): boolean {
  return !['present', 'latest', 'absent', 'purged'].includes(ensure);
}

/** The newest version that fits; of a range, one that no pin bars. */
export function pick(wanted: string, policy: Policy | undefined): string | undefined {
  const barred = parseRange(wanted) === undefined ? undefined : policy?.barred;
  const fitting = policy?.versions.filter((one) => aptSatisfies(one, wanted) && !barred?.has(one));
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
    const entry = entryOf(wanted, status);
    const held = entry?.selection === 'hold';
    const name = targetName(wanted, status);
    if (state.ensure !== wanted.ensure) {
      changesHeld ||= held;
      if (goes(wanted)) {
        if (entry !== undefined && entry.status !== 'config-files') targets.add(`${name}-`);
        if (wanted.ensure === 'purged') purges.push(name);
      } else if (wanted.source !== undefined) {
        targets.add(wanted.source);
        downgrades ||= isVersion(wanted.ensure);
      } else if (isVersion(wanted.ensure)) {
        targets.add(`${name}=${pick(wanted.ensure, policyOf(policies, name)) ?? wanted.ensure}`);
        downgrades = true;
      } else {
        targets.add(name);
        // Only a pin with a priority above 1000 makes an older version the candidate, and asks for just that.
        downgrades ||= downgrade(wanted, knowledge) !== undefined;
      }
    }
    // dpkg forgets a hold when it changes the package, so it is said again even where it was there before.
    const hold = wanted.mark === undefined ? held : wanted.mark === 'hold';
    if (!goes(wanted) && (hold !== held || (hold && state.ensure !== wanted.ensure))) {
      selections.set(name, hold ? 'hold' : 'install');
    }
  }
  return { targets: [...targets].sort(), purges: purges.sort(), selections, changesHeld, downgrades };
}
