import { lstatSync } from 'node:fs';
import { posix } from 'node:path';
import type { Links } from '../../host-files.js';
import { MOST_LINKS } from '../../most-links.js';
import { codeOf, isMissing, refuse } from '../../refusal.js';
import { refuseReplaced } from './foreign-link.js';
import { HeldDirectory } from './held-directory.js';
import { Place } from './place.js';
import { readLink } from './read-link.js';

/** How often a name may turn from a link into a directory and back under one look. */
const MOST_LOOKS = 10;

/** So many directories are held at once, so that a step that touches thousands does not run out of open files. */
const MOST_HELD = 200;

/**
 * Walks paths of this machine for one step, name by name, each below the open directory before it, and follows
 * links itself: nobody can lead it elsewhere by exchanging a name while it walks. Each directory is walked to once.
 *
 * A link of another user than root and the user of the run is followed to what belongs to that same user and to nothing
 * else: then it is no more than a directory of theirs in that place.
 */
export class PathWalk {
  readonly #known = new Map<string, HeldDirectory | Error>();
  readonly #held: HeldDirectory[] = [];
  #links = 0;

  constructor(private readonly links: Links = 'trusted') {}

  /** The name that a path ends in; a link at its end is not followed. */
  place(path: string): Place {
    this.#begin();
    return this.#place(absolute(path));
  }

  /** Where a link leads in the end, whether or not there is something; undefined where there is no link. */
  follow(place: Place): Place | undefined {
    return this.#follow(place, (path) => this.#place(path));
  }

  /** As `place`, also where directories on the way are not there: the names from there on are the name that it ends in. */
  reach(path: string): Place {
    this.#begin();
    return this.#reach(absolute(path));
  }

  /** As `follow`, also where directories on the way are not there. */
  followFar(place: Place): Place | undefined {
    return this.#follow(place, (path) => this.#reach(path));
  }

  /** The directory that a path leads to in the end. */
  directory(path: string): HeldDirectory {
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

  #place(path: string): Place {
    const end = path.lastIndexOf('/');
    const name = path.slice(end + 1);
    if (name === '')
      return path === '/' ? new Place(this.#directory('/'), '.') : this.#place(path.slice(0, end));
    if (name === '.' || name === '..') return new Place(this.#directory(path), '.');
    return new Place(this.#directory(path.slice(0, end) || '/'), name);
  }

  #reach(path: string): Place {
    try {
      return this.#place(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    const above = this.#reach(posix.dirname(path));
    const end = this.followFar(above) ?? above;
    return end.below(posix.basename(path));
  }

  #follow(place: Place, find: (path: string) => Place): Place | undefined {
    const link = readLink(place);
    if (link === undefined) return undefined;
    if (this.links === 'none') refuseReplaced(place.path, place.name, 'ELOOP');
    this.#links += 1;
    if (this.#links > MOST_LINKS) refuse('follow', place.path, 'ELOOP');
    const { target, foreign } = link;
    const next = find(target.startsWith('/') ? target : `${place.directory.path}/${target}`);
    const end = this.#follow(next, find) ?? next;
    return foreign === undefined || this.links === 'any' ? end : end.behind(foreign);
  }

  #directory(path: string): HeldDirectory {
    const known = this.#known.get(path);
    if (known instanceof Error) throw known;
    if (known !== undefined) return known;
    try {
      const directory = this.#walkTo(path);
      this.#known.set(path, directory);
      return directory;
    } catch (error) {
      // Thousands of files may be missing with their directory.
      if (error instanceof Error && isMissing(error)) this.#known.set(path, error);
      throw error;
    }
  }

  #walkTo(path: string): HeldDirectory {
    if (path === '/') return this.#hold(HeldDirectory.root());
    const name = posix.basename(path);
    const parent = this.#directory(posix.dirname(path));
    if (name === '' || name === '.') return parent;
    if (name === '..') return this.#hold(HeldDirectory.open(`${parent.at}/..`, posix.dirname(parent.path)));
    return this.#below(new Place(parent, name));
  }

  #below(place: Place): HeldDirectory {
    for (let looks = 1; ; looks += 1) {
      try {
        return this.#open(place);
      } catch (error) {
        if (codeOf(error) !== 'ENOTDIR') throw error;
        const end = this.#linked(place);
        if (end !== undefined) return end;
        if (looks < MOST_LOOKS && isDirectory(place)) continue;
        if (this.links === 'none') refuseReplaced(place.path, place.name, 'ENOTDIR');
        throw error;
      }
    }
  }

  /** The directory that a link leads to; undefined where there is no link. */
  #linked(place: Place): HeldDirectory | undefined {
    const end = this.follow(place);
    if (end === undefined) return undefined;
    const directory = this.#open(end);
    end.mustBelongTo(directory.uid);
    return directory;
  }

  /** The directory at a place; a link is none. */
  #open(place: Place): HeldDirectory {
    const known = this.#known.get(place.path);
    return known instanceof HeldDirectory ? known : this.#hold(HeldDirectory.open(place.at, place.path));
  }

  #hold(directory: HeldDirectory): HeldDirectory {
    this.#held.push(directory);
    if (!this.#known.has(directory.path)) this.#known.set(directory.path, directory);
    return directory;
  }
}

/** Paths are walked from the root; dots are not taken out, because what they mean depends on links. */
function absolute(path: string): string {
  return path.startsWith('/') ? path : `${process.cwd()}/${path}`;
}

function isDirectory(place: Place): boolean {
  return lstatSync(place.at, { throwIfNoEntry: false })?.isDirectory() === true;
}
