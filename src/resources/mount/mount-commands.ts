import type { Diff } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { WantedMount } from './attributes.js';
import { type FstabEntry, type FstabLine, identityOf, isSwap, toFstabLine } from './fstab.js';

/** A step with a file system, as the table describes it. */
export type MountStep = 'mount' | 'unmount' | 'remount';

/** Finds the line of a file system in the table. */
export function findEntryLine(lines: readonly FstabLine[], wanted: WantedMount): FstabLine | undefined {
  return lines.find(({ entry }) => entry !== undefined && isEntryOf(entry, wanted));
}

function isEntryOf(entry: FstabEntry, wanted: WantedMount): boolean {
  return isSwap(entry) === isSwap(wanted) && identityOf(entry) === identityOf(wanted);
}

/** Returns the table with the desired entry. */
export function editTable(lines: readonly FstabLine[], wanted: WantedMount, removes: boolean): FstabLine[] {
  const old = findEntryLine(lines, wanted);
  if (removes) return lines.filter(({ entry }) => entry === undefined || !isEntryOf(entry, wanted));
  const line = toFstabLine(toDesiredEntry(wanted, old?.entry));
  if (old === undefined) return [...lines, line];
  return lines.map((one) => (one !== old ? one : isSame(old.entry, line.entry) ? old : line));
}

/**
 * Builds the steps that mount or unmount a file system after its entry is written, or before its entry is removed.
 */
export function buildMountSteps(wanted: WantedMount, diff: Diff, mounted: boolean): MountStep[] {
  if (wanted.ensure === 'absent' || wanted.ensure === 'unmounted') return mounted ? ['unmount'] : [];
  if (!mounted) return wanted.ensure === 'mounted' ? ['mount'] : [];
  // A file system that was mounted manually may be in use: only the entry is added.
  if (diff.is.ensure === 'ghost') return [];
  if (diff.has('device') || diff.has('fstype')) return ['unmount', 'mount'];
  return diff.has('options') ? buildRemountSteps(wanted) : [];
}

/** Returns the steps that apply the options of the table to a mounted file system. */
export function buildRemountSteps({ remounts }: WantedMount): MountStep[] {
  return remounts ? ['remount'] : ['unmount', 'mount'];
}

/** The option of `mount` for a table other than `/etc/fstab`. */
export function toTableOption(target: string): string[] {
  return target === '/etc/fstab' ? [] : ['-T', target];
}

function toDesiredEntry(wanted: WantedMount, old: FstabEntry | undefined): FstabEntry {
  const device = wanted.device ?? old?.device;
  const fstype = wanted.fstype ?? old?.fstype;
  if (device === undefined || fstype === undefined) {
    const missing = device === undefined ? 'device' : 'fstype';
    raise('mount.entry', `${wanted.target} has no entry for ${wanted.name} yet: set ${missing}`);
  }
  return {
    name: isSwap({ ...wanted, fstype }) && wanted.name.startsWith('/') ? 'none' : wanted.name,
    device,
    fstype,
    options: wanted.options ?? old?.options ?? 'defaults',
    dump: wanted.dump,
    pass: wanted.pass,
  };
}

function isSame(one: FstabEntry | undefined, other: FstabEntry | undefined): boolean {
  return JSON.stringify(one, keys) === JSON.stringify(other, keys);
}

const keys = ['device', 'name', 'fstype', 'options', 'dump', 'pass'];
