import { chmodSync, chownSync, closeSync, fstatSync, readdirSync } from 'node:fs';
import { currentUid } from '../file-trust.js';
import { HostError } from '../host-error.js';
import type { Access } from '../host-files.js';
import { clearDirectoryAcl, passesAclOn } from './clear-acl.js';
import type { DirectoryEntry } from './paths/directory-entry.js';
import { isTakeover, refuseHardLinkedEntries } from './paths/directory-takeover.js';
import { refuseHardLinkedFile } from './paths/hard-linked-file.js';
import { openPath, toProcPath } from './paths/open-directory.js';

/**
 * Changes owner and mode of what is there. It is held open meanwhile, whatever it is: if somebody puts something else in
 * its place between two calls, the change does not reach that. A link has an owner, but no mode of its own.
 * @param check Throws where what is held open must not be changed.
 */
export function setAccess(
  entry: DirectoryEntry,
  access: Access,
  check: (descriptor: number) => void = () => {},
): void {
  const descriptor = openPath(entry.procPath);
  try {
    check(descriptor);
    change(descriptor, entry, access);
  } finally {
    closeSync(descriptor);
  }
}

/** The same to a directory that was made a moment ago: one that somebody has put in its place meanwhile is refused. */
export async function setAccessOfNewDirectory(entry: DirectoryEntry, access: Access): Promise<void> {
  const descriptor = openPath(entry.procPath);
  try {
    const { uid, mode } = fstatSync(descriptor);
    const isNew =
      uid === currentUid() && (mode & 0o077) === 0 && readdirSync(toProcPath(descriptor)).length === 0;
    if (!isNew) refuseReplacement('make', 'directory', entry);
    if (passesAclOn(entry.directory, access.uid ?? uid)) await clearDirectoryAcl(entry.path, descriptor);
    change(descriptor, entry, access);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a link that was made a moment ago its owner. */
export function setOwnerOfNewLink(
  entry: DirectoryEntry,
  { uid, gid }: Required<Pick<Access, 'uid' | 'gid'>>,
): void {
  setAccess(entry, { uid, gid }, (descriptor) => {
    const stats = fstatSync(descriptor);
    const isNew = stats.isSymbolicLink() && stats.nlink === 1 && stats.uid === currentUid();
    if (!isNew) refuseReplacement('link', 'link', entry);
  });
}

function refuseReplacement(doing: string, what: string, { path, directory }: DirectoryEntry): never {
  throw new HostError(
    `cannot ${doing} ${path}: somebody has replaced the new ${what} at once; find out who writes in ${directory.path}`,
    'EEXIST',
    path,
  );
}

function change(descriptor: number, entry: DirectoryEntry, access: Access): void {
  const stats = fstatSync(descriptor);
  refuseHardLinkedFile('change the permissions of', entry, stats);
  const { uid, gid } = stats;
  const at = toProcPath(descriptor);
  if (changesOwner({ uid, gid }, access)) chownSync(at, access.uid ?? uid, access.gid ?? gid);
  if (access.mode !== undefined && !stats.isSymbolicLink()) chmodSync(at, access.mode);
  if (!stats.isDirectory() || !isTakeover(stats, fstatSync(descriptor))) return;
  try {
    refuseHardLinkedEntries(at, entry.path, uid);
  } catch (error) {
    chownSync(at, uid, gid);
    chmodSync(at, stats.mode & 0o7777);
    throw error;
  }
}

function changesOwner(is: { readonly uid: number; readonly gid: number }, access: Access): boolean {
  return (access.uid ?? is.uid) !== is.uid || (access.gid ?? is.gid) !== is.gid;
}
