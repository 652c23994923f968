import { posix } from 'node:path';
import { type ForeignLink, refuseLink } from './foreign-link.js';
import type { HeldDirectory } from './held-directory.js';

/** A name in a directory that is held open, whether or not there is something under it. */
export class Place {
  constructor(
    readonly directory: HeldDirectory,
    readonly name: string,
    /** Links of other users that led here. */
    private readonly links: readonly ForeignLink[] = [],
  ) {}

  /** By what the system reaches it, whatever becomes of the names above it. */
  get at(): string {
    return `${this.directory.at}/${this.name}`;
  }

  /** Its path without links. */
  get path(): string {
    const { path } = this.directory;
    if (this.name.startsWith('.')) return posix.join(path, this.name);
    return path === '/' ? `/${this.name}` : `${path}/${this.name}`;
  }

  /** The same place as one that a further link leads to. */
  behind(link: ForeignLink): Place {
    return new Place(this.directory, this.name, [...this.links, link]);
  }

  /** A name below this one. */
  below(name: string): Place {
    return new Place(this.directory, posix.join(this.name, name), this.links);
  }

  /** Whether the links that led here demand that what is here belongs to their users. */
  get isBehindLinks(): boolean {
    return this.links.length > 0;
  }

  /**
   * Holds the links that led here against what is here. Give the owner of what is open already: a name may be another's
   * a moment later.
   * @param uid of the directory where there is nothing
   */
  mustBelongTo(uid: number = this.directory.uid): void {
    for (const link of this.links) if (link.uid !== uid) refuseLink(link, { path: this.path, uid });
  }
}
