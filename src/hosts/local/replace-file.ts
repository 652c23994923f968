import { closeSync, constants, fstatSync, type Stats } from 'node:fs';
import { type FileHandle, open, rename, unlink, writeFile } from 'node:fs/promises';
import type { Access, FileContent, WriteOptions } from '../host-files.js';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { refuseHardLinkedFile, refuseSetId } from '../paths/hard-linked-file.js';
import { passesAclOn } from '../paths/inherited-access.js';
import { newFileAccess } from '../paths/new-file-access.js';
import { codeOf, throwHostError } from '../system-error.js';
import { temporaryName } from '../temporary-name.js';
import { currentSelf, leavesUser } from '../trusted-owner.js';
import { clearAcl } from './clear-acl.js';
import { copyAttributes } from './copy-attributes.js';
import { createEntry } from './create-entry.js';
import { overwrite } from './overwrite.js';
import { type OpenDirectory, openPath, toProcPath } from './paths/open-directory.js';
import { toFileStatus } from './stat.js';

/** Flags for a file that must be new: a link with its name is not followed either. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** The file that is replaced: held open, so that the attributes that are kept are certainly its own. */
interface Before {
  readonly at: string;
  readonly stats: Stats;
}

/** Replaces a file on this machine atomically; see `HostFiles.write`. Throws system errors. */
export async function replaceFile(
  entry: DirectoryEntry<OpenDirectory>,
  path: string,
  content: FileContent,
  access: WriteOptions,
): Promise<void> {
  const descriptor = openEntry(entry);
  try {
    const before = descriptor === undefined ? undefined : beforeOf(descriptor, entry, path, access);
    await replace(entry, path, content, access, before);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  await syncDirectory(entry.directory);
}

async function replace(
  entry: DirectoryEntry<OpenDirectory>,
  path: string,
  content: FileContent,
  access: WriteOptions,
  before: Before | undefined,
): Promise<void> {
  const desired = newFileAccess(
    entry.directory,
    access,
    before && toFileStatus(before.stats, before.at),
    currentSelf(),
  );
  const temporary = temporaryName(entry.procPath);
  const file = await createEntry('write', path, () => open(temporary, NEW, 0o600));
  try {
    try {
      await own(file, desired);
      await writeFile(file, content);
      if (before !== undefined && access.plain !== true && isKept(before, desired))
        await keepAttributes(path, before, file);
      else if (passesAclOn(entry.directory, (await file.stat()).uid, currentSelf()))
        await clearAcl(path, file.fd, 0o600);
      await file.chmod(desired.mode ?? 0o644);
      await file.sync();
      await rename(temporary, entry.procPath);
    } catch (error) {
      // Something is mounted on the name, so that no other file can be renamed to it.
      if (codeOf(error) !== 'EBUSY') throw error;
      await overwrite(entry, file, desired);
      await unlink(temporary);
    } finally {
      await file.close();
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Opens the existing entry, whatever its kind; undefined if there is none. */
function openEntry(entry: DirectoryEntry): number | undefined {
  try {
    return openPath(entry.procPath);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns the file whose attributes the new one keeps; undefined for a link, which is replaced. */
function beforeOf(
  descriptor: number,
  entry: DirectoryEntry<OpenDirectory>,
  path: string,
  access: Access,
): Before | undefined {
  const stats = fstatSync(descriptor);
  if (stats.isSymbolicLink()) return undefined;
  if (stats.isDirectory()) throwHostError('write', path, 'EISDIR');
  // A rename would replace even /dev/null with a regular file.
  if (!stats.isFile()) throwHostError('write', path, 'ENOTSUP');
  refuseHardLinkedFile('write', entry, stats);
  if (access.mode === undefined) refuseSetId(entry, stats);
  return { at: toProcPath(descriptor), stats };
}

/** Permissions that another user has granted do not apply to a file that no longer belongs to that user. */
function isKept({ stats: { uid } }: Before, desired: Access): boolean {
  return !leavesUser(uid, desired.uid ?? uid);
}

async function keepAttributes(path: string, { at }: Before, file: FileHandle): Promise<void> {
  const before = await open(at, 'r');
  try {
    await copyAttributes(path, before, file);
  } finally {
    await before.close();
  }
}

/** Makes a directory's entries durable: the fsync of a file does not include its name. */
export async function syncDirectory({ procPath: at }: OpenDirectory): Promise<void> {
  const directory = await open(at, 'r');
  try {
    await directory.sync();
  } catch (error) {
    // Some network and FUSE file systems do not support this call.
    if (!['EINVAL', 'ENOTSUP', 'EBADF'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await directory.close();
  }
}

async function own(file: FileHandle, access: Access): Promise<void> {
  const { uid, gid } = await file.stat();
  if ((access.uid ?? uid) === uid && (access.gid ?? gid) === gid) return;
  await file.chown(access.uid ?? uid, access.gid ?? gid);
}
