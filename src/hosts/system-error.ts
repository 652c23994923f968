import { dirname } from 'node:path';
import { codeOf } from '../errors/error-code.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { HostError } from './host-error.js';

/** Explanations of the system's error codes, with the remedy. */
const explanations: Readonly<Record<string, (path: string) => string>> = {
  EACCES: () => 'permission is denied; run this as root, or as a user who may',
  EPERM: () =>
    'the system does not permit it; run this as root, and see whether the file is immutable (lsattr)',
  EROFS: () => 'its file system is mounted read-only; mount it for writing',
  ENOSPC: () =>
    'its file system is full; free some space (df shows how much, df -i how many files) and run this again',
  EDQUOT: () => 'the disk quota is used up; free some space or raise the quota',
  EFBIG: () => 'it is larger than the system, a limit of this process (ulimit -f) or this program allows',
  ENOENT: (path) => `it does not exist, or the directory ${dirname(path)} does not; make that first`,
  ENOTDIR: () => 'a part of its path is not a directory',
  EISDIR: () => 'it is a directory; remove it first, if that is what you want',
  ENOTSUP: () => 'it is a device, a pipe or a socket; name a file',
  ENXIO: () => 'it is a device that is not there, a pipe or a socket; name a file',
  EEXIST: () => 'something else is there already; remove it first, if that is what you want',
  ENOTEMPTY: () => 'the directory is not empty',
  ELOOP: () => 'its path leads through too many symbolic links, or to itself',
  ENAMETOOLONG: () => 'its name is too long',
  EBUSY: () => 'it is in use, for instance as a mount point',
  ETXTBSY: () => 'it is a program that is running',
  EMFILE: () => 'too many files are open (ulimit -n)',
  ENFILE: () => 'too many files are open on this machine',
  EIO: () => 'the device reports an error; look into the kernel log',
};

export { codeOf };

/** Returns whether the system refused an operation because of missing rights. */
export function isPermissionDenied(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(codeOf(error) ?? '');
}

/**
 * Returns whether the system reports that a path, or a directory on the way to it, does not exist; nothing exists below
 * a file. False for errors of this library, which contain more information.
 */
export function isNotFound(error: unknown): boolean {
  return !(error instanceof HostError) && ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

/** Converts a system error: `toHostError('write', '/etc/x', error)` has the message "cannot write /etc/x: …". */
export function toHostError(doing: string, path: string, cause: unknown): HostError {
  if (cause instanceof HostError) return cause;
  const code = codeOf(cause);
  const reason = explanations[code ?? '']?.(path) ?? descriptionOf(cause);
  return new HostError(
    `cannot ${doing} ${path}: ${reason}${code === undefined ? '' : ` (${code})`}`,
    code,
    path,
    {
      cause,
    },
  );
}

/** Returns Node's description of a system error without the name of the call and its arguments. */
function descriptionOf(cause: unknown): string {
  const message = messageOf(cause);
  const isSystems = cause instanceof Error && 'syscall' in cause;
  return (isSystems ? /^\w+: ([^,]+), \w+/.exec(message)?.[1] : undefined) ?? message;
}

/** Throws an error of this library with the code that the system would have returned. */
export function throwHostError(doing: string, path: string, code: string): never {
  throw toHostError(doing, path, Object.assign(new Error(code), { code }));
}
