import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { joinMessages } from '../../../errors/join-messages.js';
import { HostError } from '../../host-error.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { codeOf, toHostError } from '../../system-error.js';
import { OpenDirectory } from './open-directory.js';

/** The maximum number of nested directories that are held open; those above them are found again by `..`. */
const MOST_HELD = 64;

/** How often a name may change from a directory into something else while it is removed. */
const MOST_TRIES = 10;

/** A directory whose content is being removed; names are bytes, because not all of them are UTF-8. */
interface Level {
  readonly name: Buffer;
  /** The path in messages. */
  readonly path: Buffer;
  readonly identity: Pick<OpenDirectory, 'device' | 'inode'>;
  /** Undefined while it is closed. */
  directory: OpenDirectory | undefined;
  readonly names: Buffer[];
  /** Whether an entry could not be removed and has already been reported. */
  remains: boolean;
}

/**
 * Removes a directory with all its content, each name relative to its open directory: no other user can redirect it out
 * of the tree by replacing a directory with a link, or by moving one elsewhere in the meantime. An entry that cannot be
 * removed, such as a mount point, does not prevent the removal of the others; the error names what remains.
 */
export function removeTree(entry: DirectoryEntry<OpenDirectory>, path: string): void {
  const removal = new Removal(entry);
  removal.run(Buffer.from(path));
  const [first] = removal.failures;
  if (first === undefined) return;
  throw removal.failures.length === 1
    ? first
    : new HostError(joinMessages(removal.failures), first.code, path);
}

class Removal {
  readonly failures: HostError[] = [];
  readonly #levels: Level[] = [];

  constructor(private readonly entry: DirectoryEntry<OpenDirectory>) {}

  run(path: Buffer): void {
    const { directory, name } = this.entry;
    try {
      this.#enter(directory, Buffer.from(name), path);
      for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
        const next = level.names.pop();
        if (next === undefined) this.#leave(level);
        else this.#remove(level, next);
      }
    } catch (error) {
      this.failures.push(toHostError('remove', path.toString(), error));
    } finally {
      for (const level of this.#levels) level.directory?.close();
    }
  }

  #enter(parent: OpenDirectory, name: Buffer, path: Buffer): void {
    const held = OpenDirectory.open(below(parent.procPath, name), path.toString());
    try {
      const left = readdirSync(held.procPath, { encoding: 'buffer' });
      const identity = { device: held.device, inode: held.inode };
      this.#levels.push({ name, path, identity, directory: held, names: left, remains: false });
    } catch (error) {
      held.close();
      throw error;
    }
    const far = this.#levels.at(-1 - MOST_HELD);
    far?.directory?.close();
    if (far !== undefined) far.directory = undefined;
  }

  /** Removes an entry, or enters it if it is a directory. */
  #remove(level: Level, name: Buffer): void {
    const parent = ensureDefined(level.directory);
    const path = below(level.path, name);
    this.#try(path, level, () => {
      for (let tries = 1; ; tries += 1) {
        try {
          return unlinkSync(below(parent.procPath, name));
        } catch (error) {
          if (!['EISDIR', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
          if (this.#enterUnlessReplaced(parent, name, path)) return;
          if (tries === MOST_TRIES) throw error;
        }
      }
    });
  }

  #enterUnlessReplaced(parent: OpenDirectory, name: Buffer, path: Buffer): boolean {
    try {
      this.#enter(parent, name, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') return false;
      throw error;
    }
  }

  /** Removes the directory, which is now empty, and continues in its parent. */
  #leave(level: Level): void {
    const above = this.#levels.at(-2);
    if (above !== undefined) above.directory ??= this.#findAgain(ensureDefined(level.directory), above);
    this.#levels.pop();
    level.directory?.close();
    if (level.remains) {
      if (above !== undefined) above.remains = true;
      return;
    }
    const parent = above?.directory ?? this.entry.directory;
    this.#try(level.path, above, () => rmdirSync(below(parent.procPath, level.name)));
  }

  #try(path: Buffer, parent: Level | undefined, act: () => void): void {
    try {
      act();
    } catch (error) {
      // Another process has removed it first.
      if (codeOf(error) === 'ENOENT') return;
      if (parent !== undefined) parent.remains = true;
      this.failures.push(toHostError('remove', path.toString(), error));
    }
  }

  /** Opens the parent again, unless the directory has been moved in the meantime and has another parent. */
  #findAgain(from: OpenDirectory, { identity, path }: Level): OpenDirectory {
    const above = OpenDirectory.open(`${from.procPath}/..`, path.toString());
    if (above.device === identity.device && above.inode === identity.inode) return above;
    above.close();
    throw new HostError(
      `cannot remove ${path}: another process has moved a directory out of it in the meantime; find out who writes there, and run this again`,
      'EXDEV',
      path.toString(),
    );
  }
}

function below(parent: string | Buffer, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(parent), Buffer.from('/'), name]);
}
