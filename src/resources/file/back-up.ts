import { posix } from 'node:path';
import type { BackupOptions, Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FileStatus, Links } from '../../hosts/host-files.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import { isTrustedUser } from '../../hosts/trusted-owner.js';
import { Secret } from '../../secrets/secret.js';
import type { DesiredFile } from './attributes.js';
import { walkDirectory } from './walk-directory.js';

/** The size in bytes above which files are not backed up: backups must not fill the disk of the state directory. */
const LARGEST_BACKUP = 16 * 1024 * 1024;

/** How a file is backed up. */
export interface BackupRequest {
  readonly desired: Pick<DesiredFile, 'backup' | 'content' | 'show_diff'>;
  /** The reference of the resource, for messages. */
  readonly reference: string;
  /** Which links the path may contain. @default 'trusted' */
  readonly links?: Links | undefined;
}

/** Backs up a file, or the content of a directory, before it is replaced or removed. */
export async function backUp(
  session: Session,
  { desired: { backup, content, show_diff }, reference, links }: BackupRequest,
  path: string,
  status: FileStatus,
): Promise<void> {
  if (backup === false) return;
  if (typeof backup === 'string' && backup.startsWith('.'))
    return copyBeside(session, reference, await resolveParent(session, path, links), status, backup);
  // If a content must not be displayed, the previous one must not be, either.
  const bucket = typeof backup === 'string' ? session.declared('filebucket', backup)?.path : undefined;
  const options = {
    reference,
    links,
    confidential: Secret.is(content) || !show_diff,
    bucket: typeof bucket === 'string' ? bucket : undefined,
  };
  if (status.kind === 'file') return backUpFile(session, options, path, status);
  if (status.kind !== 'directory') return;
  const entries = await listEntries(session, path, links);
  for (const [name, entry] of entries)
    if (entry.kind === 'file') await backUpFile(session, options, posix.join(path, name), entry);
}

function listEntries(
  session: Session,
  path: string,
  links: Links | undefined,
): Promise<Map<string, FileStatus>> {
  return walkDirectory(session.host.files, path, { ignore: [], follow: false, links, skip: () => false });
}

/** Resolves links in the parents of a path, so that links that are created later are not followed. */
async function resolveParent(session: Session, path: string, links: Links | undefined): Promise<string> {
  const [real] = await session.host.files.resolve([posix.dirname(path)], { links });
  if (real instanceof Error) throw real;
  return posix.join(real?.path ?? posix.dirname(path), posix.basename(path));
}

async function backUpFile(
  session: Session,
  { reference, links, ...options }: BackupOptions & Pick<BackupRequest, 'reference' | 'links'>,
  path: string,
  status: FileStatus,
): Promise<void> {
  if (status.size > LARGEST_BACKUP) {
    session.warn(reference, `${path} is not backed up: it is larger than 16 MiB (${status.size} bytes)`);
    return;
  }
  const [content] = await session.host.files.read([path], { links });
  if (content instanceof Error) throw content;
  if (content !== undefined) await session.backup(path, content, options);
}

/**
 * Copies a file or directory to its path with a suffix. An older copy of a file is replaced, one of a directory is not.
 * @param path With links resolved: links that another user creates in the meantime are not followed.
 */
async function copyBeside(
  session: Session,
  reference: string,
  path: string,
  status: FileStatus,
  suffix: string,
): Promise<void> {
  const { files } = session.host;
  const copy = `${path}${suffix}`;
  const copyTo = (from: string, to: string, one: FileStatus) => copyEntry(session, reference, from, to, one);
  const [older] = await files.status([copy], RESOLVED_PATH);
  if (older instanceof Error) throw older;
  if (older !== undefined && (older.kind === 'directory' || status.kind === 'directory'))
    raise('file.backup', `${path} is left as it is: its older copy ${copy} would be replaced`, {
      hint: 'move it away, or set backup: true for backups in the state directory',
    });
  await copyTo(path, copy, status);
  if (status.kind !== 'directory') return;
  for (const [name, entry] of await listEntries(session, path, RESOLVED_PATH.links))
    await copyTo(posix.join(path, name), posix.join(copy, name), entry);
}

async function copyEntry(
  session: Session,
  reference: string,
  from: string,
  to: string,
  status: FileStatus,
): Promise<void> {
  const { files } = session.host;
  const { mode, uid, gid } = status;
  if (status.kind === 'directory') return files.makeDirectory(to, { mode, uid, gid }, RESOLVED_PATH);
  if (status.kind === 'link' && !isTrustedUser(uid)) {
    // The copy would belong to root for a moment at least, and its user could move it to another place in the meantime.
    session.warn(reference, `${from} is not backed up: it is a symbolic link of another user`);
    return;
  }
  if (status.kind === 'link') return files.link(to, status.target ?? '', RESOLVED_PATH);
  // A pipe, a socket or a device has no content to copy.
  if (status.kind !== 'file') return;
  const stream = await files.stream(from, RESOLVED_PATH);
  if (stream === undefined) return;
  // Of the open file: another one may have the path by now, and its readers must not get this content.
  const opened = stream.status;
  await files.write(to, stream.content, {
    mode: opened.mode,
    uid: opened.uid,
    gid: opened.gid,
    ...RESOLVED_PATH,
  });
}
