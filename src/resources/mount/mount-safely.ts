import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { foreignOnWay } from '../../hosts/foreign-place.js';
import { readConfig } from '../config/config-file.js';
import { runTool } from '../tools/run-tool.js';
import type { WantedMount } from './attributes.js';
import { type FstabEntry, parseFstab } from './fstab.js';
import { findEntryLine, toTableOption } from './mount-commands.js';

/**
 * Mounts what the table has. `mount` takes a path, and follows the links on it a second time: where others than root can
 * change one of its directories, they could lead it to /etc with a file system that is theirs to write.
 */
export async function mountSafely(session: Session, wanted: WantedMount): Promise<void> {
  const { name, target } = wanted;
  if ((await foreignOnWay(session.host.files, posix.dirname(name))) === undefined) {
    await runTool(session, { argv: ['mount', ...toTableOption(target), '--', name] });
    return;
  }
  const text = (await readConfig(session.host, target))?.text ?? '';
  const entry = findEntryLine(parseFstab(text), wanted)?.entry;
  if (entry === undefined) raise('mount.entry', `${target} has no entry for ${name} any more`);
  await mountInPrivateDirectory(session, entry);
}

/**
 * Mounts in a directory that nobody else can reach, and shows that in the mount point, in which `mount` works: it is held
 * open, and the path `.` leads nowhere else.
 */
async function mountInPrivateDirectory(
  session: Session,
  { device, fstype, options, name }: FstabEntry,
): Promise<void> {
  const made = await runTool(session, { argv: ['mktemp', '-d', '/run/glance-apply-mount-XXXXXXXXXX'] });
  const aside = made.stdout.trim();
  const isTree = options.split(',').includes('rbind');
  try {
    await runTool(session, { argv: ['mount', '-t', fstype, '-o', options, '--', device, aside] });
    try {
      // Else what is unmounted below it would be unmounted in the other place as well.
      if (isTree) await runTool(session, { argv: ['mount', '--make-rprivate', '--', aside] });
      await runTool(session, {
        argv: ['mount', '--no-canonicalize', isTree ? '--rbind' : '--bind', '--', aside, '.'],
        directory: name,
      });
    } finally {
      await runTool(session, { argv: ['umount', ...(isTree ? ['--recursive'] : []), '--', aside] });
    }
  } finally {
    await session.host.files.remove(aside, { empty: true });
  }
}
