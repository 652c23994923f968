import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { findUntrusted } from '../../hosts/untrusted-path.js';
import { readConfig } from '../config/config-file.js';
import { runTool } from '../tools/run-tool.js';
import type { WantedMount } from './attributes.js';
import { type FstabEntry, parseFstab } from './fstab.js';
import { findEntryLine, toTableOption } from './mount-commands.js';

/**
 * Mounts the entry of the table. `mount` resolves links in the path again: users who can change one of its directories
 * could redirect it to /etc, with a file system that they can write to.
 */
export async function mountSafely(session: Session, wanted: WantedMount): Promise<void> {
  const { name, target } = wanted;
  if ((await findUntrusted(session.host.files, posix.dirname(name))) === undefined) {
    await runTool(session, { argv: ['mount', ...toTableOption(target), '--', name] });
    return;
  }
  const text = (await readConfig(session.host, target))?.text ?? '';
  const entry = findEntryLine(parseFstab(text), wanted)?.entry;
  if (entry === undefined) raise('mount.entry', `${target} does not contain the entry for ${name} any more`);
  await mountInPrivateDirectory(session, entry);
}

/**
 * Mounts in a private directory, and bind-mounts that at the mount point. `mount` runs in the mount point, which is held
 * open, so that the path `.` cannot be redirected.
 */
async function mountInPrivateDirectory(
  session: Session,
  { device, fstype, options, name }: FstabEntry,
): Promise<void> {
  const { stdout } = await runTool(session, { argv: ['mktemp', '-d', '/run/glance-apply-mount-XXXXXXXXXX'] });
  const directory = stdout.trim();
  const isTree = options.split(',').includes('rbind');
  try {
    await runTool(session, { argv: ['mount', '-t', fstype, '-o', options, '--', device, directory] });
    try {
      // Otherwise, unmounting below it would be propagated to the mount point.
      if (isTree) await runTool(session, { argv: ['mount', '--make-rprivate', '--', directory] });
      await runTool(session, {
        argv: ['mount', '--no-canonicalize', isTree ? '--rbind' : '--bind', '--', directory, '.'],
        directory: name,
      });
    } finally {
      await runTool(session, { argv: ['umount', ...(isTree ? ['--recursive'] : []), '--', directory] });
    }
  } finally {
    await session.host.files.remove(directory, { empty: true });
  }
}
