import type { Diff } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Command } from '../../hosts/command.js';
import type { WantedMount } from './attributes.js';
import { type FstabEntry, type FstabLine, identityOf, isSwap, toFstabLine } from './fstab.js';

/** A command, or that it is mounted as the table says. */
export type MountStep = Command | 'mount';

/** The line of a file system in the table. */
export function findEntryLine(lines: readonly FstabLine[], wanted: WantedMount): FstabLine | undefined {
  return lines.find(({ entry }) => entry !== undefined && isAbout(entry, wanted));
}

function isAbout(entry: FstabEntry, wanted: WantedMount): boolean {
  return isSwap(entry) === isSwap(wanted) && identityOf(entry) === identityOf(wanted);
}

/** The file system table as it has to be. */
export function editTable(lines: readonly FstabLine[], wanted: WantedMount, removes: boolean): FstabLine[] {
  const old = findEntryLine(lines, wanted);
  if (removes) return lines.filter(({ entry }) => entry === undefined || !isAbout(entry, wanted));
  const line = toFstabLine(toDesiredEntry(wanted, old?.entry));
  if (old === undefined) return [...lines, line];
  return lines.map((one) => (one !== old ? one : isSame(old.entry, line.entry) ? old : line));
}

/**
 * The commands that mount or unmount it, once the table is written; an entry is unmounted before it leaves the
 * table.
 */
export function buildMountSteps(wanted: WantedMount, diff: Diff, mounted: boolean): MountStep[] {
  const unmount: Command = { argv: ['umount', '--', wanted.name] };
  if (wanted.ensure === 'absent' || wanted.ensure === 'unmounted') return mounted ? [unmount] : [];
  if (!mounted) return wanted.ensure === 'mounted' ? ['mount'] : [];
  // What was mounted by hand may be in use: it enters the table and stays as it is.
  if (diff.is.ensure === 'ghost') return [];
  if (diff.has('device') || diff.has('fstype')) return [unmount, 'mount'];
  return diff.has('options') ? buildRemountSteps(wanted, wanted.options) : [];
}

/**
 * The commands that give what is mounted its options again. A remount of a bind mount that does not say `bind` would
 * change the whole file system that it shows a part of.
 * @param options Those that it is to have, as in the table.
 */
export function buildRemountSteps({ name, remounts, target }: WantedMount, options = ''): MountStep[] {
  const words = options.split(',');
  if (remounts && (words.includes('bind') || words.includes('rbind'))) {
    const others = words.filter((word) => word !== 'bind' && word !== 'rbind');
    return [{ argv: ['mount', '-o', ['remount', 'bind', ...others].join(','), '--', name] }];
  }
  if (remounts) return [{ argv: ['mount', ...toTableOption(target), '-o', 'remount', '--', name] }];
  return [{ argv: ['umount', '--', name] }, 'mount'];
}

/** How `mount` is told of a table that is not its own. */
export function toTableOption(target: string): string[] {
  return target === '/etc/fstab' ? [] : ['-T', target];
}

function toDesiredEntry(wanted: WantedMount, old: FstabEntry | undefined): FstabEntry {
  const device = wanted.device ?? old?.device;
  const fstype = wanted.fstype ?? old?.fstype;
  if (device === undefined || fstype === undefined) {
    const missing = device === undefined ? 'device' : 'fstype';
    raise('mount.entry', `${wanted.target} has no entry for ${wanted.name} yet: give a ${missing} for it`);
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
