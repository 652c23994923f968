import { constants } from 'node:fs';
import { type FileHandle, open, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Access, FileContent, WriteAccess } from '../host-files.js';
import { keptAccess } from '../kept-access.js';
import { codeOf, refuse } from '../refusal.js';
import { temporaryName } from '../temporary-name.js';
import { copyAttributes } from './copy-attributes.js';
import { mustLook } from './look.js';
import { makeEntry } from './make-entry.js';
import { overwrite } from './overwrite.js';

/** Flags of a file that must be new: where a link has its name, it is not followed either. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** Replaces a file of this machine in one step; see `HostFiles.write`. Throws what the system throws. */
export async function replaceFile(path: string, content: FileContent, access: WriteAccess): Promise<void> {
  const before = mustLook(path);
  if (before?.kind === 'directory') refuse('write', path, 'EISDIR');
  // A rename would put a file in the place of /dev/null as readily as anywhere else.
  if (before?.kind === 'other') refuse('write', path, 'ENOTSUP');
  const wanted = keptAccess(before, access);
  const temporary = temporaryName(path);
  const file = await makeEntry('write', path, () => open(temporary, NEW, 0o600));
  try {
    try {
      await own(file, wanted);
      await writeFile(file, content);
      if (before?.kind === 'file' && access.plain !== true) await keepAttributes(path, file);
      await file.chmod(wanted.mode ?? 0o644);
      await file.sync();
      await rename(temporary, path);
    } catch (error) {
      // Something is mounted on the name, which then cannot be given to another file.
      if (codeOf(error) !== 'EBUSY') throw error;
      await overwrite(path, temporary, wanted);
      await unlink(temporary);
      return;
    } finally {
      await file.close();
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(path));
}

async function keepAttributes(path: string, file: FileHandle): Promise<void> {
  const before = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    await copyAttributes(path, before, file);
  } finally {
    await before.close();
  }
}

/** Makes a directory's entries last: a file's own fsync does not cover its name. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
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
