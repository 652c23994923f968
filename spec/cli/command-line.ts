import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputStream } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import { specLock } from '../hosts/this-machine.js';

/** What a call of the command left behind. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to call the command in, with a cache of its own. */
export class CommandLine {
  readonly #cacheHome = process.env.XDG_CACHE_HOME;

  /** What the command finds in its environment. */
  environment: NodeJS.ProcessEnv = {};

  private constructor(readonly folder: string) {
    process.env.XDG_CACHE_HOME = join(folder, 'cache');
  }

  static async open(): Promise<CommandLine> {
    return new CommandLine(await realpath(await mkdtemp(join(tmpdir(), 'command-'))));
  }

  async close(): Promise<void> {
    if (this.#cacheHome === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = this.#cacheHome;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes a file; gives its path. */
  async write(name: string, content: string): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** Writes a manifest with this body. */
  manifest(body: string, names = ''): Promise<string> {
    const imports = ['manifest', names].filter(Boolean).join(', ');
    return this.write(
      'site.ts',
      `import { ${imports} } from 'glance-apply';\nexport default manifest((site) => {\n${body}\n});\n`,
    );
  }

  call(...words: string[]): Promise<Outcome> {
    return this.#call(words, false);
  }

  /** As `call`, where somebody looks at a terminal. */
  callOnTerminal(...words: string[]): Promise<Outcome> {
    return this.#call(words, true);
  }

  async #call(words: string[], isTTY: boolean): Promise<Outcome> {
    const stdout = new Capture(isTTY);
    const stderr = new Capture(isTTY);
    const status = await main(words, {
      stdout,
      stderr,
      environment: this.environment,
      directory: this.folder,
      lockFile: specLock,
    });
    return { status, stdout: stdout.text, stderr: stderr.text };
  }
}

class Capture implements OutputStream {
  text = '';

  constructor(readonly isTTY: boolean) {}

  write(text: string, written?: () => void): void {
    this.text += text;
    written?.();
  }
}
