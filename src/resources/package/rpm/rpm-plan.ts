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
  wanted: DesiredPackage,
  { database, providers }: RpmKnowledge,
): readonly RpmPackage[] {
  const own = findInstalledVersions(database, wanted.name);
  if (own.length > 0 || !mayBeVirtual(wanted)) return own;
  const provider = providers.get(wanted.name);
  return provider === undefined ? [] : findInstalledVersions(database, provider);
}

/** Returns whether a package that provides the name is sufficient. */
export function mayBeVirtual({ allow_virtual, ensure }: DesiredPackage): boolean {
  return allow_virtual && (ensure === 'present' || ensure === 'latest');
}

/** Returns the observed state of a package, in the terms of its desired state. */
export function observeRpm(wanted: DesiredPackage, knowledge: RpmKnowledge): State {
  const { ensure } = wanted;
  const entry = selectVersion(
    findEntries(wanted, knowledge),
    (one, other) => compareEvr(one.evr, other.evr),
    // `inspect` has no desired state.
    ({ evr }) => ensure !== undefined && satisfiesRpmVersion(evr, ensure),
  );
  const held = entry !== undefined && (knowledge.locked?.has(entry.name) ?? false);
  const found = entry && { version: entry.evr, held };
  return observePackage(wanted, found, {
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
  for (const { title, wanted: declared } of subjects) {
    const wanted = { ...declared, ensure: chosen.get(title) ?? declared.ensure };
    const state = observeRpm(wanted, knowledge);
    const entry = findEntries(wanted, knowledge)[0];
    const name = entry?.name ?? wanted.name;
    const held = knowledge.locked?.has(name) ?? false;
    const changes = state.ensure !== wanted.ensure;
    const hold = !isToBeRemoved(wanted) && (wanted.mark === undefined ? held : wanted.mark === 'hold');
    if (held && (changes || !hold)) plan.unlock.push(name);
    if (hold && (changes || !held)) plan.lock.push(name);
    if (changes) plan[chooseCommand(wanted, entry)].push(toArgument(wanted, name));
  }
  return plan;
}

function chooseCommand(
  wanted: DesiredPackage,
  entry: RpmPackage | undefined,
): 'remove' | 'downgrade' | 'upgrade' | 'install' {
  if (isToBeRemoved(wanted)) return 'remove';
  if (entry === undefined || wanted.source !== undefined) return 'install';
  if (wanted.ensure === 'latest') return 'upgrade';
  return compareEvr(wanted.ensure, entry.evr) < 0 ? 'downgrade' : 'install';
}

function toArgument(wanted: DesiredPackage, name: string): string {
  if (isToBeRemoved(wanted) || wanted.ensure === 'latest' || wanted.ensure === 'present')
    return wanted.source ?? name;
  return wanted.source ?? `${name}-${wanted.ensure}`;
}
