import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lchownSync,
  openSync,
} from 'node:fs';
import type { Access, FileStatus } from '../host-files.js';
import { isDenied, refuse } from '../refusal.js';
import { mustLook } from './look.js';

/**
 * Changes owner and mode of what is there. Files and directories are held open meanwhile: if somebody puts a link
 * in their place between two calls, the change must not reach what it points to.
 */
export function setAccess(path: string, access: Access): void {
  const status = mustLook(path);
  if (status === undefined) refuse('change the permissions of', path, 'ENOENT');
  const descriptor = openInPlace(path, status);
  if (descriptor === undefined) {
    throughPath(path, status, access);
    return;
  }
  try {
    const { uid, gid } = fstatSync(descriptor);
    if (changesOwner({ uid, gid }, access)) fchownSync(descriptor, access.uid ?? uid, access.gid ?? gid);
    if (access.mode !== undefined) fchmodSync(descriptor, access.mode);
  } finally {
    closeSync(descriptor);
  }
}

/** Undefined for links and devices, and for a file whose own mode keeps its owner from opening it. */
function openInPlace(path: string, status: FileStatus): number | undefined {
  if (status.kind !== 'file' && status.kind !== 'directory') return undefined;
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

/** A link has an owner, but no mode of its own. */
function throughPath(path: string, status: FileStatus, access: Access): void {
  if (changesOwner(status, access)) lchownSync(path, access.uid ?? status.uid, access.gid ?? status.gid);
  if (access.mode !== undefined && status.kind !== 'link') chmodSync(path, access.mode);
}

function changesOwner(is: { readonly uid: number; readonly gid: number }, access: Access): boolean {
  return (access.uid ?? is.uid) !== is.uid || (access.gid ?? is.gid) !== is.gid;
}
