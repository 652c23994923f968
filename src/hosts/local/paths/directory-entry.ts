import { posix } from 'node:path';
import type { OpenDirectory } from './open-directory.js';
import { refuseLink, type UntrustedLink } from './untrusted-link.js';

/** A name in a directory that is held open, whether or not there is something under it. */
export class DirectoryEntry {
  constructor(
    readonly directory: OpenDirectory,
    readonly name: string,
    /** Links of other users that led here. */
    private readonly links: readonly UntrustedLink[] = [],
  ) {}

  /** By what the system reaches it, whatever becomes of the names above it. */
  get procPath(): string {
    return `${this.directory.procPath}/${this.name}`;
  }

  /** Its path without links. */
  get path(): string {
    const { path } = this.directory;
    if (this.name.startsWith('.')) return posix.join(path, this.name);
    return path === '/' ? `/${this.name}` : `${path}/${this.name}`;
  }

  /** The same place as one that a further link leads to. */
  throughLink(link: UntrustedLink): DirectoryEntry {
    return new DirectoryEntry(this.directory, this.name, [...this.links, link]);
  }

  /** A name below this one. */
  below(name: string): DirectoryEntry {
    return new DirectoryEntry(this.directory, posix.join(this.name, name), this.links);
  }

  /** Whether the links that led here demand that what is here belongs to their users. */
  get hasForeignLinks(): boolean {
    return this.links.length > 0;
  }

  /**
   * Holds the links that led here against what is here. Give the owner of what is open already: a name may be another's
   * a moment later.
   * @param uid of the directory where there is nothing
   */
  assertOwner(uid: number = this.directory.uid): void {
    for (const link of this.links) if (link.uid !== uid) refuseLink(link, { path: this.path, uid });
  }
}
