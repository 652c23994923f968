import type { State } from '../../../engine/provider.js';
import { type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { observePackage, selectVersion } from '../observe-package.js';
import {
  findInstalledVersions,
  type RpmDatabase,
  type RpmPackage,
  satisfiesRpmVersion,
} from './rpm-database.js';
import { compareEvr } from './rpm-version.js';

/** The information from which packages are compared and a transaction is planned. */
export interface RpmKnowledge {
  readonly database: RpmDatabase;
  /** Providers of virtual packages; empty if they are not needed. */
  readonly providers: ReadonlyMap<string, string>;
  /** The versions that an upgrade would install. */
  readonly updates: ReadonlyMap<string, string>;
  /** The packages that are locked to a version; undefined if the plugin for it is not installed. */
  readonly locked: ReadonlySet<string> | undefined;
}

/** The commands of dnf or yum for a batch, in this order; nearly always only one of them. */
export interface RpmPlan {
  readonly unlock: readonly string[];
  readonly remove: readonly string[];
  readonly downgrade: readonly string[];
  readonly upgrade: readonly string[];
  readonly install: readonly string[];
  readonly lock: readonly string[];
}

/** Finds the installed packages of a resource. */
export function findEntries(
  desired: DesiredPackage,
  { database, providers }: RpmKnowledge,
): readonly RpmPackage[] {
  const own = findInstalledVersions(database, desired.name);
  if (own.length > 0 || !mayBeVirtual(desired)) return own;
  const provider = providers.get(desired.name);
  return provider === undefined ? [] : findInstalledVersions(database, provider);
}

/** Returns whether a package that provides the name is sufficient. */
export function mayBeVirtual({ allow_virtual, ensure }: DesiredPackage): boolean {
  return allow_virtual && (ensure === 'present' || ensure === 'latest');
}

/** Returns the observed state of a package, in the terms of its desired state. */
export function observeRpm(desired: DesiredPackage, knowledge: RpmKnowledge): State {
  const { ensure } = desired;
  const entry = selectVersion(
    findEntries(desired, knowledge),
    (one, other) => compareEvr(one.evr, other.evr),
    // `inspect` has no desired state.
    ({ evr }) => ensure !== undefined && satisfiesRpmVersion(evr, ensure),
  );
  const held = entry !== undefined && (knowledge.locked?.has(entry.name) ?? false);
  const found = entry && { version: entry.evr, held };
  return observePackage(desired, found, {
    satisfies: satisfiesRpmVersion,
    newest: entry && knowledge.updates.get(entry.name),
  });
}

/** Returns the newest available version within a range. */
export function pickVersion(range: string, available: readonly string[]): string | undefined {
  const matching = available.filter((evr) => satisfiesRpmVersion(evr, range));
  return matching.sort((one, other) => compareEvr(other, one))[0];
}

/**
 * Plans one call of each command for all packages that are not in sync.
 * @param chosen The versions to install for packages that declare a range, by title.
 */
export function planRpm(
  subjects: readonly PackageSubject[],
  knowledge: RpmKnowledge,
  chosen: ReadonlyMap<string, string> = new Map(),
): RpmPlan {
  const plan: Record<keyof RpmPlan, string[]> = {
    unlock: [],
    remove: [],
    downgrade: [],
    upgrade: [],
    install: [],
    lock: [],
  };
  for (const { title, desired: declared } of subjects) {
    const desired = { ...declared, ensure: chosen.get(title) ?? declared.ensure };
    const state = observeRpm(desired, knowledge);
    const entry = findEntries(desired, knowledge)[0];
    const name = entry?.name ?? desired.name;
    const held = knowledge.locked?.has(name) ?? false;
    const changes = state.ensure !== desired.ensure;
    const hold = !isToBeRemoved(desired) && (desired.mark === undefined ? held : desired.mark === 'hold');
    if (held && (changes || !hold)) plan.unlock.push(name);
    if (hold && (changes || !held)) plan.lock.push(name);
    if (changes) plan[chooseCommand(desired, entry)].push(toArgument(desired, name));
  }
  return plan;
}

function chooseCommand(
  desired: DesiredPackage,
  entry: RpmPackage | undefined,
): 'remove' | 'downgrade' | 'upgrade' | 'install' {
  if (isToBeRemoved(desired)) return 'remove';
  if (entry === undefined || desired.source !== undefined) return 'install';
  if (desired.ensure === 'latest') return 'upgrade';
  return compareEvr(desired.ensure, entry.evr) < 0 ? 'downgrade' : 'install';
}

function toArgument(desired: DesiredPackage, name: string): string {
  if (isToBeRemoved(desired) || desired.ensure === 'latest' || desired.ensure === 'present')
    return desired.source ?? name;
  return desired.source ?? `${name}-${desired.ensure}`;
}
