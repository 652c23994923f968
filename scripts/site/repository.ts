import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles } from '../list-files.js';

/** The files that the site contains: those that git tracks, and the generated pages. */
export class Repository {
  readonly #files: ReadonlySet<string>;

  /** @param generated Pages that are not in the repository, by path. */
  constructor(
    private readonly root: string,
    private readonly generated: ReadonlyMap<string, string>,
  ) {
    this.#files = new Set([...listFiles(root), ...generated.keys()]);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  read(path: string): Buffer {
    const text = this.generated.get(path);
    return text === undefined ? readFileSync(join(this.root, path)) : Buffer.from(text);
  }

  /** Returns the files and folders in a folder; none if it is not a folder. */
  filesBelow(folder: string): string[] {
    return [...this.#files].filter((file) => file.startsWith(`${folder}/`)).sort();
  }

  /** Returns the path that a link of a page refers to, without its fragment. */
  resolve(page: string, href: string): string {
    return posix.normalize(posix.join(posix.dirname(page), href)).replace(/\/$/, '');
  }
}
