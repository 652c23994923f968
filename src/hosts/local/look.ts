import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import type { FileStatus } from '../host-files.js';
import { codeOf, refusal } from '../refusal.js';
import { settled } from './settled.js';

/** What is at a path of this machine; links are not followed, and a refusal is a value. */
export function look(path: string): FileStatus | undefined | Error {
  try {
    return settled(() => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats && asStatus(stats, path);
    });
  } catch (error) {
    return codeOf(error) === 'ENOTDIR' ? undefined : refusal('look at', path, error);
  }
}

/** The same where a refusal must stop what was about to be done. */
export function mustLook(path: string): FileStatus | undefined {
  const status = look(path);
  if (status instanceof Error) throw status;
  return status;
}

function asStatus(stats: Stats, path: string): FileStatus {
  const status = {
    kind: kindOf(stats),
    mode: stats.mode & 0o7777,
    uid: stats.uid,
    gid: stats.gid,
    size: stats.size,
    modified: stats.mtimeMs,
    accessed: stats.atimeMs,
    changed: stats.ctimeMs,
  };
  if (status.kind === 'other') return { ...status, special: specialOf(stats) };
  return status.kind === 'link' ? { ...status, target: readlinkSync(path) } : status;
}

function specialOf(stats: Stats): NonNullable<FileStatus['special']> {
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}

function kindOf(stats: Stats): FileStatus['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  return stats.isSymbolicLink() ? 'link' : 'other';
}
