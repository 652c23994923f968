import { lstatSync } from 'node:fs';
import { posix } from 'node:path';
import { BasePathWalk, type FollowedLink } from '../../paths/base-path-walk.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { OpenDirectory } from './open-directory.js';
import { readLink } from './read-link.js';

/**
 * The maximum number of directories that are held open, so that a step that reads thousands does not run out of open
 * files.
 */
const MOST_HELD = 200;

/**
 * Walks paths on this machine for one step, each name relative to the open directory before it: no other user can
 * redirect it by exchanging a name in the meantime.
 */
export class PathWalk extends BasePathWalk<OpenDirectory> {
  close(): void {
    for (const directory of this.forget()) directory.close();
  }

  protected override begin(): void {
    if (this.held > MOST_HELD) this.close();
    super.begin();
  }

  protected openRoot(): OpenDirectory {
    return OpenDirectory.root();
  }

  protected openParent({ procPath, path }: OpenDirectory): OpenDirectory {
    return OpenDirectory.open(`${procPath}/..`, posix.dirname(path));
  }

  protected open({ procPath, path }: DirectoryEntry): OpenDirectory {
    return OpenDirectory.open(procPath, path);
  }

  protected readLink(entry: DirectoryEntry): FollowedLink | undefined {
    return readLink(entry);
  }

  protected isDirectory({ procPath }: DirectoryEntry): boolean {
    return lstatSync(procPath, { throwIfNoEntry: false })?.isDirectory() === true;
  }

  protected absolute(path: string): string {
    return path.startsWith('/') ? path : `${process.cwd()}/${path}`;
  }
}
