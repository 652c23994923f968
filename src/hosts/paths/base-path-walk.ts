import { posix } from 'node:path';
import type { Links } from '../host-files.js';
import { MAX_LINKS } from '../max-links.js';
import { codeOf, isNotFound, throwHostError } from '../system-error.js';
import type { Directory } from './directory.js';
import { DirectoryEntry } from './directory-entry.js';
import { refuseReplacedDirectory, type UntrustedLink } from './untrusted-link.js';

/** How often a name may change between a link and a directory during one operation. */
const MOST_LOOKS = 10;

/** A link as it was followed. */
export interface FollowedLink {
  readonly target: string;
  /** Restricts where the link may lead; undefined if it may lead anywhere. */
  readonly untrusted?: UntrustedLink | undefined;
}

/**
 * Walks paths for one step, name by name, each in the directory before it, and follows links itself. Each directory is
 * opened once.
 *
 * A link of a user other than root and the user of the run may only lead to what belongs to that same user: it then has
 * no more effect than a directory of that user in its place would have.
 */
export abstract class BasePathWalk<D extends Directory> {
  readonly #known = new Map<string, D | Error>();
  readonly #held: D[] = [];
  #links = 0;

  constructor(private readonly links: Links = 'trusted') {}

  /** Opens the directory in which all paths begin. */
  protected abstract openRoot(): D;

  /** Opens the directory that a directory is in. */
  protected abstract openParent(directory: D): D;

  /** Opens the directory of an entry; a link is not a directory (`ENOTDIR`). */
  protected abstract open(entry: DirectoryEntry<D>): D;

  /** Reads a link, and determines whether it may lead anywhere; undefined if the entry is not a link. */
  protected abstract readLink(entry: DirectoryEntry<D>): FollowedLink | undefined;

  /** Returns whether an entry is a directory now. */
  protected abstract isDirectory(entry: DirectoryEntry<D>): boolean;

  /** Makes a path absolute. Dots are kept, because their meaning depends on links. */
  protected abstract absolute(path: string): string;

  /** Called before each path, and with `close` at the end. */
  protected begin(): void {
    this.#links = 0;
  }

  /** Returns the entry that a path ends in; a link at its end is not followed. */
  entry(path: string): DirectoryEntry<D> {
    this.begin();
    return this.#entry(this.absolute(path));
  }

  /** Returns the final target of a link, whether or not it exists; undefined if the entry is not a link. */
  follow(entry: DirectoryEntry<D>): DirectoryEntry<D> | undefined {
    return this.#follow(entry, (path) => this.#entry(path));
  }

  /**
   * Does the same as `entry`, even if directories on the way are missing: the entry is then named by the rest of the
   * path.
   */
  entryBelowMissing(path: string): DirectoryEntry<D> {
    this.begin();
    return this.#entryBelowMissing(this.absolute(path));
  }

  /** Does the same as `follow`, even if directories on the way are missing. */
  followBelowMissing(entry: DirectoryEntry<D>): DirectoryEntry<D> | undefined {
    return this.#follow(entry, (path) => this.#entryBelowMissing(path));
  }

  /** Returns the directory at a path after all links are followed. */
  directory(path: string): D {
    this.begin();
    return this.#directory(this.absolute(path));
  }

  /** How many directories are held. */
  protected get held(): number {
    return this.#held.length;
  }

  /** Forgets all directories, and returns those that were held. */
  protected forget(): readonly D[] {
    this.#known.clear();
    return this.#held.splice(0);
  }

  #entry(path: string): DirectoryEntry<D> {
    const end = path.lastIndexOf('/');
    const name = path.slice(end + 1);
    if (name === '')
      return path === '/' ? new DirectoryEntry(this.#directory('/'), '.') : this.#entry(path.slice(0, end));
    if (name === '.' || name === '..') return new DirectoryEntry(this.#directory(path), '.');
    return new DirectoryEntry(this.#directory(path.slice(0, end) || '/'), name);
  }

  #entryBelowMissing(path: string): DirectoryEntry<D> {
    try {
      return this.#entry(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    const above = this.#entryBelowMissing(posix.dirname(path));
    const end = this.followBelowMissing(above) ?? above;
    return end.below(posix.basename(path));
  }

  #follow(
    entry: DirectoryEntry<D>,
    find: (path: string) => DirectoryEntry<D>,
  ): DirectoryEntry<D> | undefined {
    const link = this.readLink(entry);
    if (link === undefined) return undefined;
    if (this.links === 'none') refuseReplacedDirectory(entry.path, entry.name, 'ELOOP');
    this.#links += 1;
    if (this.#links > MAX_LINKS) throwHostError('follow', entry.path, 'ELOOP');
    const { target, untrusted: foreign } = link;
    const next = find(target.startsWith('/') ? target : `${entry.directory.path}/${target}`);
    const end = this.#follow(next, find) ?? next;
    return foreign === undefined || this.links === 'any' ? end : end.throughLink(foreign);
  }

  #directory(path: string): D {
    const known = this.#known.get(path);
    if (known instanceof Error) throw known;
    if (known !== undefined) return known;
    try {
      const directory = this.#walkTo(path);
      this.#known.set(path, directory);
      return directory;
    } catch (error) {
      // Thousands of files may be missing because their directory is.
      if (error instanceof Error && isNotFound(error)) this.#known.set(path, error);
      throw error;
    }
  }

  #walkTo(path: string): D {
    if (path === '/') return this.#hold(this.openRoot());
    const name = posix.basename(path);
    const parent = this.#directory(posix.dirname(path));
    if (name === '' || name === '.') return parent;
    if (name === '..') return this.#hold(this.openParent(parent));
    return this.#openEntry(new DirectoryEntry(parent, name));
  }

  #openEntry(entry: DirectoryEntry<D>): D {
    for (let looks = 1; ; looks += 1) {
      try {
        return this.#open(entry);
      } catch (error) {
        if (codeOf(error) !== 'ENOTDIR') throw error;
        const end = this.#openLinked(entry);
        if (end !== undefined) return end;
        if (looks < MOST_LOOKS && this.isDirectory(entry)) continue;
        if (this.links === 'none') refuseReplacedDirectory(entry.path, entry.name, 'ENOTDIR');
        throw error;
      }
    }
  }

  /** Returns the directory that a link leads to; undefined if the entry is not a link. */
  #openLinked(entry: DirectoryEntry<D>): D | undefined {
    const end = this.follow(entry);
    if (end === undefined) return undefined;
    const directory = this.#open(end);
    end.assertOwner(directory.uid);
    return directory;
  }

  /** Opens the directory of an entry; a link is not a directory. */
  #open(entry: DirectoryEntry<D>): D {
    const known = this.#known.get(entry.path);
    return known === undefined || known instanceof Error ? this.#hold(this.open(entry)) : known;
  }

  #hold(directory: D): D {
    this.#held.push(directory);
    if (!this.#known.has(directory.path)) this.#known.set(directory.path, directory);
    return directory;
  }
}
