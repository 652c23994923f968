import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { Secret } from '../../secrets/secret.js';
import type { WantedFile } from './attributes.js';
import { walk } from './walk.js';

/** Larger files are not kept, in bytes: a backup must not fill the disk of the state directory. */
const LARGEST_BACKUP = 16 * 1024 * 1024;

interface Keeping {
  /** Where a copy is kept of what goes: in the state directory, beside it under an ending, or nowhere. */
  readonly backup: WantedFile['backup'];
  readonly confidential: boolean;
}

/** Keeps a copy of a file, or of all files in a directory, before it is replaced or removed. */
export async function keep(
  session: Session,
  { backup, content, show_diff }: WantedFile,
  path: string,
  status: FileStatus,
): Promise<void> {
  if (backup === false) return;
  // Of a content that must not be shown, the one before must not be either.
  const confidential = Secret.is(content) || !show_diff;
  if (status.kind === 'file') return keepFile(session, { backup, confidential }, path, status);
  if (status.kind !== 'directory') return;
  const entries = await walk(session.host.files, path, { ignore: [], follow: false, skip: () => false });
  for (const [name, entry] of entries) {
    // An ending beside something that is removed with its directory would keep nothing.
    if (entry.kind === 'file')
      await keepFile(session, { backup: true, confidential }, posix.join(path, name), entry);
  }
}

async function keepFile(
  session: Session,
  { backup, confidential }: Keeping,
  path: string,
  status: FileStatus,
): Promise<void> {
  if (status.size > LARGEST_BACKUP) {
    session.progress(`${path} is too large to be kept (${status.size} bytes)`);
    return;
  }
  const [content] = await session.host.files.read([path]);
  if (content instanceof Error) throw content;
  if (content === undefined) return;
  if (typeof backup === 'string' && backup.startsWith('.')) {
    const { mode, uid, gid } = status;
    await session.host.files.write(`${path}${backup}`, content, { mode, uid, gid });
  } else {
    await session.backup(path, content, { confidential });
  }
}
