import { chmodSync, chownSync, closeSync, fstatSync, readdirSync } from 'node:fs';
import { HostError } from '../host-error.js';
import type { Access } from '../host-files.js';
import { currentUser } from '../owner-rule.js';
import { clearGrantsOfDirectory, passesGrantsOn } from './clear-grants.js';
import { openPlace, placeOf } from './paths/held-directory.js';
import type { Place } from './paths/place.js';
import { refuseSharedFile } from './paths/shared-file.js';
import { refuseNamesOfOthers, takesOver } from './paths/taken-over.js';

/**
 * Changes owner and mode of what is there. It is held open meanwhile, whatever it is: if somebody puts something else in
 * its place between two calls, the change does not reach that. A link has an owner, but no mode of its own.
 * @param check Throws where what is held open must not be changed.
 */
export function setAccess(
  place: Place,
  access: Access,
  check: (descriptor: number) => void = () => {},
): void {
  const descriptor = openPlace(place.at);
  try {
    check(descriptor);
    change(descriptor, place, access);
  } finally {
    closeSync(descriptor);
  }
}

/** The same to a directory that was made a moment ago: one that somebody has put in its place meanwhile is refused. */
export async function setAccessOfNew(place: Place, access: Access): Promise<void> {
  const descriptor = openPlace(place.at);
  try {
    const { uid, mode } = fstatSync(descriptor);
    const isNew =
      uid === currentUser() && (mode & 0o077) === 0 && readdirSync(placeOf(descriptor)).length === 0;
    if (!isNew) refuseReplacement('make', 'directory', place);
    if (passesGrantsOn(place.directory, access.uid ?? uid))
      await clearGrantsOfDirectory(place.path, descriptor);
    change(descriptor, place, access);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a link that was made a moment ago its owner. */
export function setOwnerOfNewLink(place: Place, { uid, gid }: Required<Pick<Access, 'uid' | 'gid'>>): void {
  setAccess(place, { uid, gid }, (descriptor) => {
    const stats = fstatSync(descriptor);
    const isNew = stats.isSymbolicLink() && stats.nlink === 1 && stats.uid === currentUser();
    if (!isNew) refuseReplacement('link', 'link', place);
  });
}

function refuseReplacement(doing: string, what: string, { path, directory }: Place): never {
  throw new HostError(
    `cannot ${doing} ${path}: somebody has replaced the new ${what} at once; find out who writes in ${directory.path}`,
    'EEXIST',
    path,
  );
}

function change(descriptor: number, place: Place, access: Access): void {
  const stats = fstatSync(descriptor);
  refuseSharedFile('change the permissions of', place, stats);
  const { uid, gid } = stats;
  const at = placeOf(descriptor);
  if (changesOwner({ uid, gid }, access)) chownSync(at, access.uid ?? uid, access.gid ?? gid);
  if (access.mode !== undefined && !stats.isSymbolicLink()) chmodSync(at, access.mode);
  if (!stats.isDirectory() || !takesOver(stats, fstatSync(descriptor))) return;
  try {
    refuseNamesOfOthers(at, place.path, uid);
  } catch (error) {
    chownSync(at, uid, gid);
    chmodSync(at, stats.mode & 0o7777);
    throw error;
  }
}

function changesOwner(is: { readonly uid: number; readonly gid: number }, access: Access): boolean {
  return (access.uid ?? is.uid) !== is.uid || (access.gid ?? is.gid) !== is.gid;
}
