import { posix } from 'node:path';
import type { Directory } from './directory.js';
import { refuseLink, type UntrustedLink } from './untrusted-link.js';

/** A name in a directory, whether or not an entry with that name exists. */
export class DirectoryEntry<D extends Directory = Directory> {
  constructor(
    readonly directory: D,
    readonly name: string,
    /** Links of other users that led here. */
    private readonly links: readonly UntrustedLink[] = [],
  ) {}

  /** The path by which the system reaches it, even if directories above it are renamed. */
  get procPath(): string {
    return `${this.directory.procPath}/${this.name}`;
  }

  /** Its path without links. */
  get path(): string {
    const { path } = this.directory;
    if (this.name.startsWith('.')) return posix.join(path, this.name);
    return path === '/' ? `/${this.name}` : `${path}/${this.name}`;
  }

  /** Returns the same entry, reached through a further link. */
  throughLink(link: UntrustedLink): DirectoryEntry<D> {
    return new DirectoryEntry(this.directory, this.name, [...this.links, link]);
  }

  /** Returns a name below this one. */
  below(name: string): DirectoryEntry<D> {
    return new DirectoryEntry(this.directory, posix.join(this.name, name), this.links);
  }

  /** Whether the links that led here require the entry to belong to their owners. */
  get hasForeignLinks(): boolean {
    return this.links.length > 0;
  }

  /**
   * Refuses the entry unless all links that led here may lead to it. If it is open, pass the owner of the open file:
   * the name may belong to another file a moment later.
   * @param uid The owner of the entry, or of the directory if the entry does not exist.
   */
  assertOwner(uid: number = this.directory.uid): void {
    for (const link of this.links) {
      if (link.uid !== uid) refuseLink(link, { path: this.path, uid }, this.directory);
    }
  }
}
