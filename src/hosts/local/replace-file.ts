import { closeSync, constants, fstatSync, type Stats } from 'node:fs';
import { type FileHandle, open, rename, unlink, writeFile } from 'node:fs/promises';
import type { Access, FileContent, WriteOptions } from '../host-files.js';
import { inheritAccess } from '../inherit-access.js';
import { codeOf, throwHostError } from '../system-error.js';
import { temporaryName } from '../temporary-name.js';
import { currentUid, leavesUser } from '../trusted-owner.js';
import { clearAcl } from './clear-acl.js';
import { copyAttributes } from './copy-attributes.js';
import { createEntry } from './create-entry.js';
import { defaultGroup, passesAclOn } from './inherited-access.js';
import { overwrite } from './overwrite.js';
import type { DirectoryEntry } from './paths/directory-entry.js';
import { refuseHardLinkedFile, refuseSetId } from './paths/hard-linked-file.js';
import { type OpenDirectory, openPath, toProcPath } from './paths/open-directory.js';
import { toFileStatus } from './stat.js';

/** Flags of a file that must be new: where a link has its name, it is not followed either. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** A file that is replaced: held open, so that what is kept of it is surely its own. */
interface Before {
  readonly at: string;
  readonly stats: Stats;
}

/** Replaces a file of this machine in one step; see `HostFiles.write`. Throws what the system throws. */
export async function replaceFile(
  entry: DirectoryEntry,
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
  entry: DirectoryEntry,
  path: string,
  content: FileContent,
  access: WriteOptions,
  before: Before | undefined,
): Promise<void> {
  const wanted = resolveAccess(entry, access, before);
  const temporary = temporaryName(entry.procPath);
  const file = await createEntry('write', path, () => open(temporary, NEW, 0o600));
  try {
    try {
      await own(file, wanted);
      await writeFile(file, content);
      if (before !== undefined && access.plain !== true && isKept(before, wanted))
        await keepAttributes(path, before, file);
      else if (passesAclOn(entry.directory, (await file.stat()).uid)) await clearAcl(path, file.fd, 0o600);
      await file.chmod(wanted.mode ?? 0o644);
      await file.sync();
      await rename(temporary, entry.procPath);
    } catch (error) {
      // Something is mounted on the name, which then cannot be given to another file.
      if (codeOf(error) !== 'EBUSY') throw error;
      await overwrite(entry, file, wanted);
      await unlink(temporary);
    } finally {
      await file.close();
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** What is under the name, whatever it is; undefined where nothing is. */
function openEntry(entry: DirectoryEntry): number | undefined {
  try {
    return openPath(entry.procPath);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the new file keeps something of; undefined of a link, which is replaced. */
function beforeOf(
  descriptor: number,
  entry: DirectoryEntry,
  path: string,
  access: Access,
): Before | undefined {
  const stats = fstatSync(descriptor);
  if (stats.isSymbolicLink()) return undefined;
  if (stats.isDirectory()) throwHostError('write', path, 'EISDIR');
  // A rename would put a file in the place of /dev/null as readily as anywhere else.
  if (!stats.isFile()) throwHostError('write', path, 'ENOTSUP');
  refuseHardLinkedFile('write', entry, stats);
  if (access.mode === undefined) refuseSetId(entry, stats);
  return { at: toProcPath(descriptor), stats };
}

/** Owner, group and mode that the new file gets. The group of a user's choice is none for what is not that user's. */
function resolveAccess({ directory }: DirectoryEntry, access: Access, before: Before | undefined): Access {
  const kept = inheritAccess(before && toFileStatus(before.stats, before.at), access);
  const uid = kept.uid ?? currentUid();
  const isOpen =
    before === undefined
      ? passesAclOn(directory, uid)
      : leavesUser(before.stats.uid, uid) && !directory.isTrusted;
  return isOpen ? { ...kept, gid: access.gid ?? defaultGroup(directory, uid) } : kept;
}

/** What somebody else has granted does not hold for a file that is not theirs any more. */
function isKept({ stats: { uid } }: Before, wanted: Access): boolean {
  return !leavesUser(uid, wanted.uid ?? uid);
}

async function keepAttributes(path: string, { at }: Before, file: FileHandle): Promise<void> {
  const before = await open(at, 'r');
  try {
    await copyAttributes(path, before, file);
  } finally {
    await before.close();
  }
}

/** Makes a directory's entries last: a file's own fsync does not cover its name. */
export async function syncDirectory({ procPath: at }: OpenDirectory): Promise<void> {
  const directory = await open(at, 'r');
  try {
    await directory.sync();
  } catch (error) {
    // Some network and FUSE file systems have no such call.
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
