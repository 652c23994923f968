import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './command-line.js';

const program = fileURLToPath(new URL('../../src/cli/glance-apply.ts', import.meta.url));

/** Calls the command in a process of its own, which a manifest or a watchdog may end. */
export function callInProcess(...words: string[]): Promise<Outcome> {
  return callWith({}, ...words);
}

/** The same with more variables in its environment. */
export function callWith(variables: NodeJS.ProcessEnv, ...words: string[]): Promise<Outcome> {
  const environment = { ...process.env, ...variables };
  return runNode(['--import', import.meta.resolve('tsx'), program, ...words], { environment });
}

/** Runs Node with these arguments, and gives what it said. */
export function runNode(
  args: readonly string[],
  options: { readonly directory?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: options.directory,
      env: options.environment ?? process.env,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? -1, ...output }));
  });
}
