import { AsyncLocalStorage } from 'node:async_hooks';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { HostFiles } from '../hosts/host-files.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import { KeyedLocks } from './keyed-locks.js';

/** What a task holds, and the locks by which its own parts take turns. */
interface Holding {
  readonly holder: FileLocks;
  readonly keys: ReadonlySet<string>;
  readonly parts: KeyedLocks;
}

/**
 * One for all runs of the process: Node propagates each storage that was ever used to every promise that is made later, so
 * that one for each run would slow down and fill whatever the process does afterwards.
 */
const holding = new AsyncLocalStorage<Holding>();

/**
 * One holder at a time of each file of the host, under whatever name the file is asked for: links, linked
 * directories, `..` and hard links lead to the same lock, also before the file exists. A task gets all its files in one
 * step, and inside it only those can be held again, so that no two tasks ever wait for each other. The named locks of
 * `Limits` are always taken before these.
 */
export class FileLocks {
  readonly #locks = new KeyedLocks();

  constructor(private readonly files: HostFiles) {}

  /** Runs a task that has these files for itself. */
  async hold<T>(paths: readonly string[], task: () => Promise<T>): Promise<T> {
    const current = holding.getStore();
    const outer = current?.holder === this ? current : undefined;
    const locks = outer?.parts ?? this.#locks;
    for (;;) {
      const keys = await this.#keysOf(paths);
      if (outer !== undefined && !isSubset(keys, outer.keys)) {
        throw new Error(
          `cannot lock ${paths.join(', ')} inside a task that holds other files; name all of them in one call`,
        );
      }
      const release = await locks.acquire(keys);
      try {
        // Whoever had the files before may have pointed a link elsewhere.
        if (isSubset(await this.#keysOf(paths), keys)) {
          return await holding.run({ holder: this, keys, parts: new KeyedLocks() }, task);
        }
      } finally {
        release();
      }
    }
  }

  /** The name and what it leads to: who changes a link has both for himself. */
  async #keysOf(paths: readonly string[]): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const [index, file] of (await this.files.resolve(paths, { links: 'any' })).entries()) {
      if (file instanceof Error) {
        // A tool may edit what this user may not even look at, such as the user's own crontab.
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
