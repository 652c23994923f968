import { posix } from 'node:path';
import type { Links } from '../../host-files.js';
import { BasePathWalk, type FollowedLink } from '../../paths/base-path-walk.js';
import type { Directory } from '../../paths/directory.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { refuseChangingLink } from '../../paths/untrusted-link.js';
import { isTrustedUser, isWritableByTrustedOnly, type Self } from '../../trusted-owner.js';
import type { Examination } from './examination.js';
import type { ExaminedEntry } from './examined-entry.js';
import { systemError } from './tool-error.js';

/** How often a recently changed link is looked at again. */
const MOST_LOOKS = 6;

const SETGID = 0o2000;

/** The user of the run on a host behind SSH. */
export interface RemoteUser extends Self {
  /** The names of the users of the host. */
  readonly users: ReadonlyMap<number, string>;
}

/** A directory of a host behind SSH. */
export interface ExaminedDirectory extends Directory {
  /** What identifies it: a step that enters it makes sure that it is this one. */
  readonly identity: string;
}

/**
 * Walks paths of a host behind SSH in what was examined of it. Steps that read or change something afterwards enter the
 * directory that was found, and refuse another one: no other user can redirect them.
 */
export class RemoteWalk extends BasePathWalk<ExaminedDirectory> {
  #isPredictable = true;

  /** @param self The user of the run on the host. */
  constructor(
    private readonly examination: Examination,
    private readonly self: RemoteUser,
    links?: Links,
  ) {
    super(links);
  }

  /** Whether only root and the user of the run can change where the paths of this walk lead. */
  get isPredictable(): boolean {
    return this.#isPredictable;
  }

  /** Returns an entry as the host described it; undefined if it does not exist. */
  status(entry: DirectoryEntry): ExaminedEntry | undefined {
    return this.examination.entry(entry.path);
  }

  protected openRoot(): ExaminedDirectory {
    return this.#directoryAt('/');
  }

  protected openParent({ path }: ExaminedDirectory): ExaminedDirectory {
    return this.#directoryAt(posix.dirname(path));
  }

  protected open({ path }: DirectoryEntry): ExaminedDirectory {
    return this.#directoryAt(path);
  }

  protected readLink(entry: DirectoryEntry): FollowedLink | undefined {
    const status = this.status(entry);
    if (status?.target === undefined) return undefined;
    const { uid, target, nlink } = status;
    if (!isTrustedUser(uid, this.self.uid)) return { target, untrusted: { path: entry.path, uid } };
    if (entry.directory.isTrusted) return { target };
    if (nlink > 1) return { target, untrusted: { path: entry.path, uid: undefined } };
    const doubts = this.examination.doubtsAbout(entry.path);
    if (doubts === undefined) return { target };
    if (doubts >= MOST_LOOKS) refuseChangingLink(entry.path);
    return this.examination.lookAgain(entry.path);
  }

  protected isDirectory(entry: DirectoryEntry): boolean {
    return this.status(entry)?.kind === 'directory';
  }

  protected absolute(path: string): string {
    return path.startsWith('/') ? path : `/${path}`;
  }

  #directoryAt(path: string): ExaminedDirectory {
    const status = this.examination.entry(path);
    if (status === undefined) throw systemError('ENOENT');
    if (status.kind !== 'directory') throw systemError('ENOTDIR');
    const { uid, gid, mode, identity } = status;
    const isTrusted = isWritableByTrustedOnly({ uid, mode }, this.self.uid);
    this.#isPredictable &&= isTrusted;
    return {
      procPath: path,
      path,
      identity,
      uid,
      group: (mode & SETGID) === 0 ? undefined : gid,
      isTrusted,
      userName: (user) => `the user ${this.self.users.get(user) ?? user}`,
    };
  }
}
