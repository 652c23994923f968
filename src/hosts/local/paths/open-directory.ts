import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { HostError } from '../../host-error.js';
import type { Directory } from '../../paths/directory.js';
import { isWritableByTrustedOnly } from '../../trusted-owner.js';
import { userName } from './user-name.js';

/**
 * Opens the entry itself, which needs no right to read it and activates no device. Node has no constant for this flag.
 */
const O_PATH = 0o10000000;

const SETGID = 0o2000;

const DIRECTORY = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** Opens an entry of any kind; a link is opened itself. */
export function openPath(at: string): number {
  return openSync(at, O_PATH | constants.O_NOFOLLOW);
}

/** Once /proc is mounted, it remains so. */
let hasProc = false;

/**
 * A directory that is held open. Operations below `procPath` take place in this directory, even if it or a directory
 * above it is renamed.
 */
export class OpenDirectory implements Directory {
  readonly procPath: string;
  readonly uid: number;
  readonly group: number | undefined;
  readonly device: number;
  readonly inode: number;
  readonly isTrusted: boolean;

  private constructor(
    private readonly descriptor: number,
    readonly path: string,
  ) {
    const { uid, gid, mode, dev, ino } = fstatSync(descriptor);
    this.procPath = toProcPath(descriptor);
    this.uid = uid;
    this.group = (mode & SETGID) === 0 ? undefined : gid;
    this.device = dev;
    this.inode = ino;
    this.isTrusted = isWritableByTrustedOnly({ uid, mode });
  }

  /**
   * Opens a directory by any path that leads to it; a link is not a directory.
   * @param path Its path without links, for messages and for the paths that are resolved relative to it.
   */
  static open(at: string | Buffer, path: string): OpenDirectory {
    const descriptor = openSync(at, DIRECTORY);
    try {
      return new OpenDirectory(descriptor, path);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  /** Opens the directory in which all paths begin. */
  static root(): OpenDirectory {
    const root = OpenDirectory.open('/', '/');
    // Without /proc, no entry would seem to exist.
    hasProc ||= lstatSync(root.procPath, { throwIfNoEntry: false }) !== undefined;
    if (hasProc) return root;
    root.close();
    throw new HostError(
      'cannot reach any file: /proc is not mounted, through which directories are held open; mount it (mount -t proc proc /proc)',
      'ENOSYS',
      '/proc',
    );
  }

  userName(uid: number): string {
    return userName(uid);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** Returns the path by which the system reaches an open file. */
export function toProcPath(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}
