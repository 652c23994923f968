import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of a benchmark's own: nothing is read or written elsewhere on the machine. */
export class Workspace {
  readonly #ends: (() => Promise<void>)[] = [];

  private constructor(readonly path: string) {}

  static async open(name: string): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), `glance-apply-bench-${name}-`)));
  }

  /** The absolute path of something in it. */
  file(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file; gives its path. */
  async write(name: string, content: string): Promise<string> {
    const path = this.file(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }

  /** Has something done when the benchmark is over, however it ends. */
  onClose(work: () => Promise<void>): void {
    this.#ends.push(work);
  }

  async close(): Promise<void> {
    for (const end of this.#ends) await end();
    await rm(this.path, { recursive: true, force: true });
  }
}
