import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { HostError } from '../../host-error.js';
import { isWritableByTrustedOnly } from '../../trusted-owner.js';

/** Opens the place itself, which needs no right to read it and starts no device. Node has no constant for it. */
const O_PATH = 0o10000000;

const SETGID = 0o2000;

const DIRECTORY = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** Opens what is at a place, whatever it is; a link is opened itself. */
export function openPath(at: string): number {
  return openSync(at, O_PATH | constants.O_NOFOLLOW);
}

/** Once it is there, it stays. */
let hasProc = false;

/**
 * A directory that is held open. What is done below `at` is done in this directory, whatever becomes of its name and of
 * those above it meanwhile.
 */
export class OpenDirectory {
  /** The system's own name of it. */
  readonly procPath: string;
  readonly uid: number;
  /** The group that it gives to what is made in it (its setgid bit); undefined where that is the maker's. */
  readonly group: number | undefined;
  readonly device: number;
  readonly inode: number;
  /** Whether nobody but root and the user of the run can change what is in it. */
  readonly isTrusted: boolean;

  private constructor(
    private readonly descriptor: number,
    /** Its path without links, as it was when it was opened. */
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
   * Opens a directory under whatever name leads to it; a link is none.
   * @param path its path without links, for messages and for what is looked up from it
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

  /** The directory that all paths begin in. */
  static root(): OpenDirectory {
    const root = OpenDirectory.open('/', '/');
    // Without /proc, nothing would seem to be there.
    hasProc ||= lstatSync(root.procPath, { throwIfNoEntry: false }) !== undefined;
    if (hasProc) return root;
    root.close();
    throw new HostError(
      'cannot reach any file: /proc is not mounted, through which directories are held open; mount it (mount -t proc proc /proc)',
      'ENOSYS',
      '/proc',
    );
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** Returns the path under which the system reaches what is open. */
export function toProcPath(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}
