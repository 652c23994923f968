import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { HostFiles } from '../../hosts/host-files.js';
import { findUntrusted } from '../../hosts/untrusted-path.js';
import { readConfig } from '../config/config-file.js';
import { runTool } from '../tools/run-tool.js';
import type { DesiredMount } from './attributes.js';
import { type FstabEntry, parseFstab } from './fstab.js';
import { findEntryLine, toTableOption } from './mount-commands.js';
import { runAtMountPoint } from './run-at-mount-point.js';

/**
 * Mounts the entry of the table. `mount` resolves links in the path again: users who can change one of its directories
 * could redirect it to /etc, with a file system that they can write to.
 */
export async function mountSafely(session: Session, desired: DesiredMount): Promise<void> {
  const { name, target } = desired;
  const { files } = session.host;
  const entry = await findEntry(session, desired);
  if (await isReachedThroughOthers(files, name)) {
    await mountInPrivateDirectory(session, requireEntry(entry, desired));
  } else if (entry !== undefined && (await bindsDirectoryOfOthers(files, entry))) {
    await mountAt(session, entry, name);
  } else {
    await runTool(session, { argv: ['mount', ...toTableOption(target), '--', name] });
  }
}

/** Unmounts the mount point itself, and not what a link leads to that another user has put on its path. */
export async function unmountSafely(session: Session, { name }: DesiredMount): Promise<void> {
  if (await isReachedThroughOthers(session.host.files, name))
    await runAtMountPoint(session, name, ['umount', '--no-canonicalize', '--']);
  else await runTool(session, { argv: ['umount', '--', name] });
}

/**
 * Applies the options of the table to a mounted file system. A remount of a bind mount without the option `bind` would
 * change the whole file system that it shows a part of.
 */
export async function remountSafely(session: Session, desired: DesiredMount): Promise<void> {
  const { name, target } = desired;
  const entry = await findEntry(session, desired);
  const isBind = entry !== undefined && isBindMount(entry);
  const others = (entry?.options ?? '').split(',').filter((word) => word !== 'bind' && word !== 'rbind');
  const options = ['remount', ...(isBind ? ['bind'] : []), ...others].join(',');
  if (await isReachedThroughOthers(session.host.files, name)) {
    const { device, fstype } = requireEntry(entry, desired);
    const how = ['--no-canonicalize', '-t', fstype, '-o', options, '--', device];
    await runAtMountPoint(session, name, ['mount', ...how]);
  } else if (isBind) {
    await runTool(session, { argv: ['mount', '-o', options, '--', name] });
  } else {
    await runTool(session, { argv: ['mount', ...toTableOption(target), '-o', 'remount', '--', name] });
  }
}

/** Whether others than root can change a directory on the path of a mount point. */
async function isReachedThroughOthers(files: HostFiles, name: string): Promise<boolean> {
  return (await findUntrusted(files, posix.dirname(name))) !== undefined;
}

async function findEntry(session: Session, desired: DesiredMount): Promise<FstabEntry | undefined> {
  const text = (await readConfig(session.host, desired.target))?.text ?? '';
  return findEntryLine(parseFstab(text), desired)?.entry;
}

function requireEntry(entry: FstabEntry | undefined, { name, target }: DesiredMount): FstabEntry {
  if (entry === undefined) raise('mount.entry', `${target} has no entry for ${name} any more`);
  return entry;
}

/**
 * Mounts in a private directory, and bind-mounts that at the mount point. `mount` runs in the mount point, which is held
 * open, so that the path `.` cannot be redirected.
 */
async function mountInPrivateDirectory(session: Session, entry: FstabEntry): Promise<void> {
  const { stdout } = await runTool(session, { argv: ['mktemp', '-d', '/run/glance-apply-mount-XXXXXXXXXX'] });
  const directory = stdout.trim();
  const isTree = entry.options.split(',').includes('rbind');
  try {
    await mountAt(session, entry, directory);
    try {
      // Otherwise, unmounting below it would be propagated to the mount point.
      if (isTree) await runTool(session, { argv: ['mount', '--make-rprivate', '--', directory] });
      await runTool(session, {
        argv: ['mount', '--no-canonicalize', isTree ? '--rbind' : '--bind', '--', directory, '.'],
        directory: entry.name,
      });
    } finally {
      await runTool(session, { argv: ['umount', ...(isTree ? ['--recursive'] : []), '--', directory] });
    }
  } finally {
    await session.host.files.remove(directory, { empty: true });
  }
}

/** Mounts an entry in a directory that belongs to root. A directory of others that it binds is held open, too. */
async function mountAt(session: Session, entry: FstabEntry, directory: string): Promise<void> {
  const { device, fstype, options } = entry;
  const how = ['-t', fstype, '-o', options, '--'] as const;
  if (await bindsDirectoryOfOthers(session.host.files, entry))
    await runTool(session, {
      argv: ['mount', '--no-canonicalize', ...how, '.', directory],
      directory: device,
    });
  else await runTool(session, { argv: ['mount', ...how, device, directory] });
}

/** Whether an entry binds a directory that others can replace by a link to any other directory. */
async function bindsDirectoryOfOthers(files: HostFiles, entry: FstabEntry): Promise<boolean> {
  const { device } = entry;
  if (!device.startsWith('/') || !isBindMount(entry)) return false;
  const [status] = await files.status([device]);
  if (status === undefined || status instanceof Error || status.kind === 'file') return false;
  return (await findUntrusted(files, device)) !== undefined;
}

function isBindMount({ options }: FstabEntry): boolean {
  return options.split(',').some((word) => word === 'bind' || word === 'rbind');
}
