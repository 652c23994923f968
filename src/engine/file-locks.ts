import { AsyncLocalStorage } from 'node:async_hooks';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { HostFiles } from '../hosts/host-files.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import { KeyedLocks } from './keyed-locks.js';

/** The files that a task has locked, and the locks that serialize the parts of the task. */
interface LockedFiles {
  readonly owner: FileLocks;
  readonly keys: ReadonlySet<string>;
  readonly parts: KeyedLocks;
}

/**
 * One for all runs of the process: Node propagates each storage that was ever used to every later promise, so that one
 * per run would slow down the process and fill its memory.
 */
const lockedFiles = new AsyncLocalStorage<LockedFiles>();

/**
 * Locks for the files of the host, under whatever names: links, linked directories, `..` and hard links lead to the same
 * lock, also before the file exists. A task acquires all its files in one step, and inside the task only those can be
 * locked again, so that no two tasks wait for each other. The named locks of `Limits` are always acquired before these.
 */
export class FileLocks {
  readonly #locks = new KeyedLocks();

  constructor(private readonly files: HostFiles) {}

  /** Runs a task while no other task has one of these files. */
  async runExclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T> {
    const enclosing = lockedFiles.getStore();
    const outer = enclosing?.owner === this ? enclosing : undefined;
    const locks = outer?.parts ?? this.#locks;
    for (;;) {
      const keys = await this.#keysOf(paths);
      if (outer !== undefined && !isSubset(keys, outer.keys)) {
        throw new Error(
          `cannot lock ${paths.join(', ')} inside a task that has locked other files: lock all of them in one call`,
        );
      }
      const release = await locks.acquire(keys);
      try {
        // The previous task may have changed a link.
        if (isSubset(await this.#keysOf(paths), keys)) {
          return await lockedFiles.run({ owner: this, keys, parts: new KeyedLocks() }, task);
        }
      } finally {
        release();
      }
    }
  }

  /** Returns the keys of the names and of the files that they lead to, so that a task that changes a link has both. */
  async #keysOf(paths: readonly string[]): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const [index, file] of (await this.files.resolve(paths, { links: 'any' })).entries()) {
      if (file instanceof Error) {
        // A tool may edit a file that this user must not read, such as the user's own crontab.
        if (!isPermissionDenied(file)) throw file;
        keys.add(ensureDefined(paths[index]));
        continue;
      }
      keys.add(file.path).add(file.entry);
      if (file.shared !== undefined) keys.add(file.shared);
    }
    return keys;
  }
}

function isSubset(keys: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...keys].every((key) => all.has(key));
}
