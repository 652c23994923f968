import { lstatSync } from 'node:fs';
import { posix } from 'node:path';
import type { Links } from '../../host-files.js';
import { MAX_LINKS } from '../../max-links.js';
import { codeOf, isNotFound, throwHostError } from '../../system-error.js';
import { DirectoryEntry } from './directory-entry.js';
import { OpenDirectory } from './open-directory.js';
import { readLink } from './read-link.js';
import { refuseReplacedDirectory } from './untrusted-link.js';

/** How often a name may change between a link and a directory during one operation. */
const MOST_LOOKS = 10;

/**
 * The maximum number of directories that are held open, so that a step that reads thousands does not run out of open
 * files.
 */
const MOST_HELD = 200;

/**
 * Walks paths on this machine for one step, name by name, each relative to the open directory before it, and follows
 * links itself: no other user can redirect it by exchanging a name in the meantime. Each directory is opened once.
 *
 * A link of a user other than root and the user of the run may only lead to what belongs to that same user: it then has
 * no more effect than a directory of that user in its place would have.
 */
export class PathWalk {
  readonly #known = new Map<string, OpenDirectory | Error>();
  readonly #held: OpenDirectory[] = [];
  #links = 0;

  constructor(private readonly links: Links = 'trusted') {}

  /** Returns the entry that a path ends in; a link at its end is not followed. */
  entry(path: string): DirectoryEntry {
    this.#begin();
    return this.#entry(absolute(path));
  }

  /** Returns the final target of a link, whether or not it exists; undefined if the entry is not a link. */
  follow(entry: DirectoryEntry): DirectoryEntry | undefined {
    return this.#follow(entry, (path) => this.#entry(path));
  }

  /**
   * Does the same as `entry`, even if directories on the way are missing: the entry is then named by the rest of the
   * path.
   */
  entryBelowMissing(path: string): DirectoryEntry {
    this.#begin();
    return this.#entryBelowMissing(absolute(path));
  }

  /** Does the same as `follow`, even if directories on the way are missing. */
  followBelowMissing(entry: DirectoryEntry): DirectoryEntry | undefined {
    return this.#follow(entry, (path) => this.#entryBelowMissing(path));
  }

  /** Returns the directory at a path after all links are followed. */
  directory(path: string): OpenDirectory {
    this.#begin();
    return this.#directory(absolute(path));
  }

  close(): void {
    for (const directory of this.#held.splice(0)) directory.close();
    this.#known.clear();
  }

  #begin(): void {
    if (this.#held.length > MOST_HELD) this.close();
    this.#links = 0;
  }

  #entry(path: string): DirectoryEntry {
    const end = path.lastIndexOf('/');
    const name = path.slice(end + 1);
    if (name === '')
      return path === '/' ? new DirectoryEntry(this.#directory('/'), '.') : this.#entry(path.slice(0, end));
    if (name === '.' || name === '..') return new DirectoryEntry(this.#directory(path), '.');
    return new DirectoryEntry(this.#directory(path.slice(0, end) || '/'), name);
  }

  #entryBelowMissing(path: string): DirectoryEntry {
    try {
      return this.#entry(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    const above = this.#entryBelowMissing(posix.dirname(path));
    const end = this.followBelowMissing(above) ?? above;
    return end.below(posix.basename(path));
  }

  #follow(entry: DirectoryEntry, find: (path: string) => DirectoryEntry): DirectoryEntry | undefined {
    const link = readLink(entry);
    if (link === undefined) return undefined;
    if (this.links === 'none') refuseReplacedDirectory(entry.path, entry.name, 'ELOOP');
    this.#links += 1;
    if (this.#links > MAX_LINKS) throwHostError('follow', entry.path, 'ELOOP');
    const { target, untrusted: foreign } = link;
    const next = find(target.startsWith('/') ? target : `${entry.directory.path}/${target}`);
    const end = this.#follow(next, find) ?? next;
    return foreign === undefined || this.links === 'any' ? end : end.throughLink(foreign);
  }

  #directory(path: string): OpenDirectory {
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

  #walkTo(path: string): OpenDirectory {
    if (path === '/') return this.#hold(OpenDirectory.root());
    const name = posix.basename(path);
    const parent = this.#directory(posix.dirname(path));
    if (name === '' || name === '.') return parent;
    if (name === '..')
      return this.#hold(OpenDirectory.open(`${parent.procPath}/..`, posix.dirname(parent.path)));
    return this.#openEntry(new DirectoryEntry(parent, name));
  }

  #openEntry(entry: DirectoryEntry): OpenDirectory {
    for (let looks = 1; ; looks += 1) {
      try {
        return this.#open(entry);
      } catch (error) {
        if (codeOf(error) !== 'ENOTDIR') throw error;
        const end = this.#openLinked(entry);
        if (end !== undefined) return end;
        if (looks < MOST_LOOKS && isDirectory(entry)) continue;
        if (this.links === 'none') refuseReplacedDirectory(entry.path, entry.name, 'ENOTDIR');
        throw error;
      }
    }
  }

  /** Returns the directory that a link leads to; undefined if the entry is not a link. */
  #openLinked(entry: DirectoryEntry): OpenDirectory | undefined {
    const end = this.follow(entry);
    if (end === undefined) return undefined;
    const directory = this.#open(end);
    end.assertOwner(directory.uid);
    return directory;
  }

  /** Opens the directory of an entry; a link is not a directory. */
  #open(entry: DirectoryEntry): OpenDirectory {
    const known = this.#known.get(entry.path);
    return known instanceof OpenDirectory
      ? known
      : this.#hold(OpenDirectory.open(entry.procPath, entry.path));
  }

  #hold(directory: OpenDirectory): OpenDirectory {
    this.#held.push(directory);
    if (!this.#known.has(directory.path)) this.#known.set(directory.path, directory);
    return directory;
  }
}

/** Makes a path absolute. Dots are kept, because their meaning depends on links. */
function absolute(path: string): string {
  return path.startsWith('/') ? path : `${process.cwd()}/${path}`;
}

function isDirectory(entry: DirectoryEntry): boolean {
  return lstatSync(entry.procPath, { throwIfNoEntry: false })?.isDirectory() === true;
}
