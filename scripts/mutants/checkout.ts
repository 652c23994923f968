import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../list-files.js';
import { applyMutant, type Mutant } from './mutant.js';

/** The result of specs; `hung` if they did not end in time. */
export type Outcome = 'passed' | 'failed' | 'hung';

/** A copy of the project in which sources may be changed without an effect on the working tree or another copy. */
export class Checkout {
  #end = () => {};

  private constructor(readonly directory: string) {}

  static async open(project: string): Promise<Checkout> {
    const directory = await mkdtemp(join(tmpdir(), 'mutants-'));
    for (const file of listFiles(project))
      await cp(join(project, file), join(directory, file), { verbatimSymlinks: true, force: true });
    // Specs copy the build, and get the list of files from git. Nothing changes the installed packages: a link is enough.
    await cp(join(project, 'dist'), join(directory, 'dist'), { recursive: true });
    execFileSync('git', ['init', '--quiet'], { cwd: directory });
    await symlink(join(project, 'node_modules'), join(directory, 'node_modules'));
    return new Checkout(directory);
  }

  /** Runs a task while the mutant replaces the source. */
  async with<Result>(mutant: Mutant, work: () => Promise<Result>): Promise<Result> {
    const path = join(this.directory, mutant.file);
    const original = await readFile(path, 'utf8');
    await writeFile(path, applyMutant(original, mutant));
    try {
      return await work();
    } finally {
      await writeFile(path, original);
    }
  }

  /** Runs specs until one fails. */
  runSpecs(
    specs: readonly string[],
    milliseconds: number,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    return this.#run(['node_modules/mocha/bin/mocha.js', '--bail', ...specs], milliseconds, environment);
  }

  /** Whether the copy compiles. */
  async compiles(): Promise<boolean> {
    return (await this.#run(['node_modules/typescript/bin/tsc', '--noEmit'], 300_000)) !== 'failed';
  }

  /** Ends the processes that still run in it, and removes it. */
  async close(): Promise<void> {
    this.#end();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Runs a program in a process group that is ended as a whole: mocha starts processes, and specs start more. */
  #run(
    words: readonly string[],
    milliseconds: number,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, words, {
        cwd: this.directory,
        env: { ...process.env, ...environment },
        stdio: 'ignore',
        detached: true,
      });
      const end = () => {
        try {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        } catch {
          // The process group has ended by itself.
        }
      };
      this.#end = end;
      let hung = false;
      const timer = setTimeout(() => {
        hung = true;
        end();
      }, milliseconds);
      child.once('error', reject);
      child.once('close', (status) => {
        clearTimeout(timer);
        end();
        this.#end = () => {};
        resolve(hung ? 'hung' : status === 0 ? 'passed' : 'failed');
      });
    });
  }
}
