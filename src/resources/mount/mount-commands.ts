import type { Diff } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { DesiredMount } from './attributes.js';
import { type FstabEntry, type FstabLine, identityOf, isSwap, toFstabLine } from './fstab.js';

/** A step with a file system, as the table describes it. */
export type MountStep = 'mount' | 'unmount' | 'remount';

/** Finds the line of a file system in the table. */
export function findEntryLine(lines: readonly FstabLine[], desired: DesiredMount): FstabLine | undefined {
  return lines.find(({ entry }) => entry !== undefined && isEntryOf(entry, desired));
}

function isEntryOf(entry: FstabEntry, desired: DesiredMount): boolean {
  return isSwap(entry) === isSwap(desired) && identityOf(entry) === identityOf(desired);
}

/** Returns the table with the desired entry. */
export function editTable(lines: readonly FstabLine[], desired: DesiredMount, removes: boolean): FstabLine[] {
  const old = findEntryLine(lines, desired);
  if (removes) return lines.filter(({ entry }) => entry === undefined || !isEntryOf(entry, desired));
  const line = toFstabLine(toDesiredEntry(desired, old?.entry));
  if (old === undefined) return [...lines, line];
  return lines.map((one) => (one !== old ? one : isSame(old.entry, line.entry) ? old : line));
}

/**
 * Builds the steps that mount or unmount a file system after its entry is written, or before its entry is removed.
 */
export function buildMountSteps(desired: DesiredMount, diff: Diff, mounted: boolean): MountStep[] {
  if (desired.ensure === 'absent' || desired.ensure === 'unmounted') return mounted ? ['unmount'] : [];
  if (!mounted) return desired.ensure === 'mounted' ? ['mount'] : [];
  // A file system that was mounted manually may be in use: only the entry is added.
  if (diff.is.ensure === 'ghost') return [];
  if (diff.has('device') || diff.has('fstype')) return ['unmount', 'mount'];
  return diff.has('options') ? buildRemountSteps(desired) : [];
}

/** Returns the steps that apply the options of the table to a mounted file system. */
export function buildRemountSteps({ remounts }: DesiredMount): MountStep[] {
  return remounts ? ['remount'] : ['unmount', 'mount'];
}

/** The option of `mount` for a table other than `/etc/fstab`. */
export function toTableOption(target: string): string[] {
  return target === '/etc/fstab' ? [] : ['-T', target];
}

function toDesiredEntry(desired: DesiredMount, old: FstabEntry | undefined): FstabEntry {
  const device = desired.device ?? old?.device;
  const fstype = desired.fstype ?? old?.fstype;
  if (device === undefined || fstype === undefined) {
    const missing = device === undefined ? 'device' : 'fstype';
    raise('mount.entry', `${desired.target} has no entry for ${desired.name} yet: set ${missing}`);
  }
  return {
    name: isSwap({ ...desired, fstype }) && desired.name.startsWith('/') ? 'none' : desired.name,
    device,
    fstype,
    options: desired.options ?? old?.options ?? 'defaults',
    dump: desired.dump,
    pass: desired.pass,
  };
}

function isSame(one: FstabEntry | undefined, other: FstabEntry | undefined): boolean {
  return JSON.stringify(one, keys) === JSON.stringify(other, keys);
}

const keys = ['device', 'name', 'fstype', 'options', 'dump', 'pass'];
