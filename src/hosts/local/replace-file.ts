import { closeSync, constants, fstatSync, type Stats } from 'node:fs';
import { type FileHandle, open, rename, unlink, writeFile } from 'node:fs/promises';
import type { Access, FileContent, WriteOptions } from '../host-files.js';
import { keptAccess } from '../kept-access.js';
import { isTrusted } from '../owner-rule.js';
import { codeOf, refuse } from '../refusal.js';
import { temporaryName } from '../temporary-name.js';
import { clearGrants, passesGrantsOn } from './clear-grants.js';
import { copyAttributes } from './copy-attributes.js';
import { asStatus } from './look.js';
import { makeEntry } from './make-entry.js';
import { overwrite } from './overwrite.js';
import { type HeldDirectory, openPlace, placeOf } from './paths/held-directory.js';
import type { Place } from './paths/place.js';
import { refuseKeptSetId, refuseSharedFile } from './paths/shared-file.js';

/** Flags of a file that must be new: where a link has its name, it is not followed either. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** A file that is replaced: held open, so that what is kept of it is surely its own. */
interface Before {
  readonly at: string;
  readonly stats: Stats;
}

/** Replaces a file of this machine in one step; see `HostFiles.write`. Throws what the system throws. */
export async function replaceFile(
  place: Place,
  path: string,
  content: FileContent,
  access: WriteOptions,
): Promise<void> {
  const descriptor = openEntry(place);
  try {
    const before = descriptor === undefined ? undefined : beforeOf(descriptor, place, path, access);
    await replace(place, path, content, access, before);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  await syncDirectory(place.directory);
}

async function replace(
  place: Place,
  path: string,
  content: FileContent,
  access: WriteOptions,
  before: Before | undefined,
): Promise<void> {
  const wanted = keptAccess(before && asStatus(before.stats, before.at), access);
  const temporary = temporaryName(place.at);
  const file = await makeEntry('write', path, () => open(temporary, NEW, 0o600));
  try {
    try {
      await own(file, wanted);
      await writeFile(file, content);
      if (before !== undefined && access.plain !== true && isKept(before, wanted))
        await keepAttributes(path, before, file);
      else if (passesGrantsOn(place.directory, (await file.stat()).uid)) await clearGrants(path, file.fd);
      await file.chmod(wanted.mode ?? 0o644);
      await file.sync();
      await rename(temporary, place.at);
    } catch (error) {
      // Something is mounted on the name, which then cannot be given to another file.
      if (codeOf(error) !== 'EBUSY') throw error;
      await overwrite(place, file, wanted);
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
function openEntry(place: Place): number | undefined {
  try {
    return openPlace(place.at);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the new file keeps something of; undefined of a link, which is replaced. */
function beforeOf(descriptor: number, place: Place, path: string, access: Access): Before | undefined {
  const stats = fstatSync(descriptor);
  if (stats.isSymbolicLink()) return undefined;
  if (stats.isDirectory()) refuse('write', path, 'EISDIR');
  // A rename would put a file in the place of /dev/null as readily as anywhere else.
  if (!stats.isFile()) refuse('write', path, 'ENOTSUP');
  refuseSharedFile('write', place, stats);
  if (access.mode === undefined) refuseKeptSetId(place, stats);
  return { at: placeOf(descriptor), stats };
}

/** What somebody else has granted does not hold for a file that is not theirs any more. */
function isKept({ stats: { uid } }: Before, wanted: Access): boolean {
  return isTrusted(uid) || (wanted.uid ?? uid) === uid;
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
export async function syncDirectory({ at }: HeldDirectory): Promise<void> {
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
