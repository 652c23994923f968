import { posix } from 'node:path';
import sortedIndex from 'lodash/sortedIndex.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { PathUse } from '../../catalog/path-use.js';
import { toProviderValues } from '../../catalog/secret-attributes.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/** One use of a path, by the index of the resource in the catalog. */
export interface IndexedUse extends PathUse {
  readonly index: number;
}

/** The uses of paths by the resources of a catalog. */
export class PathIndex {
  readonly uses: readonly IndexedUse[];
  readonly #managers = new Map<string, number[]>();
  #sorted: string[] | undefined;

  constructor(private readonly catalog: Catalog) {
    this.uses = catalog.resources.flatMap((resource) =>
      [...(resource.definition?.paths?.(toProviderValues(resource)) ?? [])].map((use) => ({
        ...use,
        index: resource.index,
        // Not normalized: if a directory is a link, its '..' is not its parent in the path.
        path: use.path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
      })),
    );
    for (const { use, path, index } of this.uses) {
      if (use !== 'manages' && use !== 'creates') continue;
      const known = this.#managers.get(path);
      if (known === undefined) this.#managers.set(path, [index]);
      else known.push(index);
    }
  }

  /** Returns the file resources of a path. */
  files(path: string): readonly number[] {
    return this.at(path).filter((index) => this.catalog.resources[index]?.type === 'file');
  }

  /** Returns the resources that manage or create a path. */
  at(path: string): readonly number[] {
    return this.#managers.get(path) ?? [];
  }

  /** Returns the resources that manage the path, or else the nearest managed directory above it. */
  nearest(path: string): readonly number[] {
    for (let at = path; ; at = posix.dirname(at)) {
      const found = this.at(at);
      if (found.length > 0 || at === '/' || at === '.') return found;
    }
  }

  /** Returns the resources that manage a path below a directory. */
  below(directory: string): readonly number[] {
    this.#sorted ??= [...this.#managers.keys()].sort();
    const paths = this.#sorted;
    const prefix = directory === '/' ? '/' : `${directory}/`;
    const found: number[] = [];
    for (let at = sortedIndex(paths, prefix); paths[at]?.startsWith(prefix); at++)
      if (paths[at] !== prefix) found.push(...this.at(ensureDefined(paths[at])));
    return found;
  }
}
