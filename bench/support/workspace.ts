import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The temporary directory of a benchmark, which reads and writes nothing outside of it. */
export class Workspace {
  readonly #ends: (() => Promise<void>)[] = [];

  private constructor(readonly path: string) {}

  static async open(name: string): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), `glance-apply-bench-${name}-`)));
  }

  /** Returns the absolute path of a file in the workspace. */
  file(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file. Returns its path. */
  async write(name: string, content: string): Promise<string> {
    const path = this.file(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }

  /** Registers a task for the end of the benchmark, even if it fails. */
  onClose(work: () => Promise<void>): void {
    this.#ends.push(work);
  }

  async close(): Promise<void> {
    for (const end of this.#ends) await end();
    await rm(this.path, { recursive: true, force: true });
  }
}
