import { chmodSync, chownSync, closeSync, fstatSync, lstatSync, readdirSync, type Stats } from 'node:fs';
import { HostError } from '../host-error.js';
import type { Access } from '../host-files.js';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { isTakeover, refuseHardLinkedEntry } from '../paths/directory-takeover.js';
import { refuseHardLinkedFile } from '../paths/hard-linked-file.js';
import { defaultGroup, passesAclOn } from '../paths/inherited-access.js';
import { currentSelf, currentUid, leavesUser } from '../trusted-owner.js';
import { clearAcl, clearDirectoryAcl } from './clear-acl.js';

import { openPath, toProcPath } from './paths/open-directory.js';

/**
 * Changes the owner and mode of an entry, whatever its kind. It is held open meanwhile: if another process replaces it
 * between two calls, the change does not affect the replacement. A link has an owner, but no mode of its own.
 * @param check Throws if the open entry must not be changed.
 */
export async function setAccess(
  entry: DirectoryEntry,
  access: Access,
  check: (descriptor: number) => void = () => {},
): Promise<void> {
  const descriptor = openPath(entry.procPath);
  try {
    check(descriptor);
    await change(descriptor, entry, access);
  } finally {
    closeSync(descriptor);
  }
}

/** Does the same for a newly created directory: if it has been replaced in the meantime, the replacement is refused. */
export async function setAccessOfNewDirectory(entry: DirectoryEntry, access: Access): Promise<void> {
  const descriptor = openPath(entry.procPath);
  try {
    const { uid, mode } = fstatSync(descriptor);
    const isNew =
      uid === currentUid() && (mode & 0o077) === 0 && readdirSync(toProcPath(descriptor)).length === 0;
    if (!isNew) refuseReplacement('make', 'directory', entry);
    const owner = access.uid ?? uid;
    if (!passesAclOn(entry.directory, owner, currentSelf())) return await change(descriptor, entry, access);
    await clearDirectoryAcl(entry.path, descriptor, 0o700);
    await change(descriptor, entry, {
      ...access,
      gid: access.gid ?? defaultGroup(entry.directory, owner, currentSelf()),
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Sets the owner of a newly created link. */
export function setOwnerOfNewLink(
  entry: DirectoryEntry,
  { uid, gid }: Required<Pick<Access, 'uid' | 'gid'>>,
): Promise<void> {
  return setAccess(entry, { uid, gid }, (descriptor) => {
    const stats = fstatSync(descriptor);
    const isNew = stats.isSymbolicLink() && stats.nlink === 1 && stats.uid === currentUid();
    if (!isNew) refuseReplacement('link', 'link', entry);
  });
}

function refuseReplacement(doing: string, what: string, { path, directory }: DirectoryEntry): never {
  throw new HostError(
    `cannot ${doing} ${path}: another process has replaced the new ${what} at once; find out who writes in ${directory.path}`,
    'EEXIST',
    path,
  );
}

async function change(descriptor: number, entry: DirectoryEntry, access: Access): Promise<void> {
  const stats = fstatSync(descriptor);
  refuseHardLinkedFile('change the permissions of', entry, stats);
  const { uid, gid } = stats;
  const at = toProcPath(descriptor);
  const desired = { uid: access.uid ?? uid, gid: access.gid ?? resolveGroup(entry, stats, access) };
  if (desired.uid !== uid || desired.gid !== gid) chownSync(at, desired.uid, desired.gid);
  if (access.mode !== undefined && !stats.isSymbolicLink()) chmodSync(at, access.mode);
  try {
    if (leavesUser(uid, desired.uid)) await clearAllGrants(descriptor, entry);
    if (stats.isDirectory() && isTakeover(stats, fstatSync(descriptor)))
      refuseHardLinkedEntries(at, entry, uid);
  } catch (error) {
    chownSync(at, uid, gid);
    chmodSync(at, stats.mode & 0o7777);
    throw error;
  }
}

/** @param at The directory, which no other user can write any more. */
function refuseHardLinkedEntries(at: string, { path, directory }: DirectoryEntry, owner: number): void {
  for (const name of readdirSync(at, { encoding: 'buffer' })) {
    const found = lstatSync(Buffer.concat([Buffer.from(`${at}/`), name]), { throwIfNoEntry: false });
    if (found !== undefined) refuseHardLinkedEntry(path, name.toString(), found, owner, directory);
  }
}

/**
 * Returns the group of an entry that gets another owner. A group that an untrusted user may have chosen, in a directory
 * that others can write, is not kept.
 */
function resolveGroup({ directory }: DirectoryEntry, { uid, gid }: Stats, access: Access): number {
  const owner = access.uid ?? uid;
  return leavesUser(uid, owner) && !directory.isTrusted ? defaultGroup(directory, owner, currentSelf()) : gid;
}

/** Revokes the access that the previous owner has granted; pipes, sockets and devices have no content to protect. */
async function clearAllGrants(descriptor: number, { path }: DirectoryEntry): Promise<void> {
  const stats = fstatSync(descriptor);
  const mode = stats.mode & 0o7777;
  if (stats.isDirectory()) await clearDirectoryAcl(path, descriptor, mode);
  else if (stats.isFile()) await clearAcl(path, descriptor, mode);
}
