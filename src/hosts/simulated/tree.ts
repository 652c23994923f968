import { posix } from 'node:path';
import { MAX_LINKS } from '../max-links.js';
import { isNotFound } from '../system-error.js';

interface Owned {
  mode: number;
  uid: number;
  gid: number;
  modified: number;
}

/** A file of a simulated host. */
export interface FileNode extends Owned {
  readonly kind: 'file';
  content: Buffer;
}

/** A directory of a simulated host. */
export interface DirectoryNode extends Owned {
  readonly kind: 'directory';
  readonly entries: Map<string, TreeNode>;
}

/** A symbolic link of a simulated host. */
export interface LinkNode extends Owned {
  readonly kind: 'link';
  target: string;
}

export type TreeNode = FileNode | DirectoryNode | LinkNode;

/** A name in a directory, whether or not an entry with that name exists. */
export interface Entry {
  readonly directory: DirectoryNode;
  readonly name: string;
  readonly node: TreeNode | undefined;
}

/** A tree of files that resolves paths as Linux does, including links. Throws errors with the codes of the system. */
export class Tree {
  readonly root: DirectoryNode = {
    kind: 'directory',
    entries: new Map(),
    mode: 0o755,
    uid: 0,
    gid: 0,
    modified: 0,
  };

  /** Returns the entry that a path names; the links on the way are followed, but not a link at the end. */
  entry(path: string): Entry {
    return this.#entry(posix.resolve('/', path), MAX_LINKS);
  }

  /** Returns what exists at a path; a link at its end is not followed. */
  find(path: string): TreeNode | undefined {
    return unlessMissing(() => this.entry(path).node);
  }

  /** Returns what exists at a path after all links are followed. */
  follow(path: string): TreeNode | undefined {
    return unlessMissing(() => this.#follow(posix.resolve('/', path), MAX_LINKS));
  }

  /** Returns the path without links: those on the way are resolved, and the one at the end if `last` is true. */
  resolve(path: string, last: boolean, links = MAX_LINKS): string {
    const target = posix.resolve('/', path);
    if (target === '/') return target;
    const parent = this.resolve(posix.dirname(target), true, links);
    const here = posix.join(parent, posix.basename(target));
    const node = this.find(here);
    if (!last) return here;
    if ((this.find(parent)?.kind ?? 'directory') !== 'directory') throw systemError('ENOTDIR');
    if (node?.kind !== 'link') return here;
    if (links === 0) throw systemError('ELOOP');
    return this.resolve(posix.resolve(parent, node.target), true, links - 1);
  }

  #entry(path: string, links: number): Entry {
    const name = posix.basename(path);
    if (name === '') return { directory: this.root, name, node: this.root };
    const directory = this.#follow(posix.dirname(path), links);
    if (directory === undefined) throw systemError('ENOENT');
    if (directory.kind !== 'directory') throw systemError('ENOTDIR');
    return { directory, name, node: directory.entries.get(name) };
  }

  #follow(path: string, links: number): TreeNode | undefined {
    const { node } = this.#entry(path, links);
    if (node?.kind !== 'link') return node;
    if (links === 0) throw systemError('ELOOP');
    return this.#follow(posix.resolve(posix.dirname(path), node.target), links - 1);
  }
}

/** Creates an error like those of system calls. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Nothing exists below a missing directory, or below a file. */
function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
