import type { Diff } from '../../engine/provider.js';
import type { Command } from '../../hosts/command.js';
import type { MountWanted } from './attributes.js';
import { type FstabEntry, type FstabLine, fstabLine } from './fstab.js';

/** The file system table as it has to be. */
export function tableToBe(lines: readonly FstabLine[], wanted: MountWanted, removes: boolean): FstabLine[] {
  const old = lines.find(({ entry }) => entry?.name === wanted.name);
  if (removes) return lines.filter(({ entry }) => entry?.name !== wanted.name);
  const line = fstabLine(entryToBe(wanted, old?.entry));
  if (old === undefined) return [...lines, line];
  return lines.map((one) => (one !== old ? one : isSame(old.entry, line.entry) ? old : line));
}

/**
 * The commands that mount or unmount it, once the table is written; an entry is unmounted before it leaves the
 * table.
 */
export function mountActions(wanted: MountWanted, diff: Diff, mounted: boolean): Command[] {
  const table = wanted.target === '/etc/fstab' ? [] : ['-T', wanted.target];
  const mount: Command = { argv: ['mount', ...table, '--', wanted.name] };
  const unmount: Command = { argv: ['umount', '--', wanted.name] };
  if (wanted.ensure === 'absent' || wanted.ensure === 'unmounted') return mounted ? [unmount] : [];
  if (!mounted) return wanted.ensure === 'mounted' ? [mount] : [];
  // What was mounted by hand may be in use: it enters the table and stays as it is.
  if (diff.is.ensure === 'ghost') return [];
  if (diff.has('device') || diff.has('fstype')) return [unmount, mount];
  return diff.has('options') ? remountActions(wanted) : [];
}

/** The commands that mount anew what is mounted. */
export function remountActions({ name, remounts, target }: MountWanted): Command[] {
  const table = target === '/etc/fstab' ? [] : ['-T', target];
  if (remounts) return [{ argv: ['mount', ...table, '-o', 'remount', '--', name] }];
  return [{ argv: ['umount', '--', name] }, { argv: ['mount', ...table, '--', name] }];
}

function entryToBe(wanted: MountWanted, old: FstabEntry | undefined): FstabEntry {
  return {
    name: wanted.name,
    device: wanted.device ?? old?.device ?? '',
    fstype: wanted.fstype ?? old?.fstype ?? '',
    options: wanted.options ?? old?.options ?? 'defaults',
    dump: wanted.dump,
    pass: wanted.pass,
  };
}

function isSame(one: FstabEntry | undefined, other: FstabEntry | undefined): boolean {
  return JSON.stringify(one, keys) === JSON.stringify(other, keys);
}

const keys = ['device', 'name', 'fstype', 'options', 'dump', 'pass'];
