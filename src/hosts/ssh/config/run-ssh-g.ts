import { execFile } from 'node:child_process';
import { codeOf } from '../../../errors/error-code.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { OptionValues } from './option-values.js';
import { refuseLoop } from './refuse-loop.js';
import type { Target } from './target.js';

/** Seconds for `ssh -G`, which looks up names and runs the programs of `Match exec`. */
const TIMEOUT = 20;

/** More than any configuration prints. */
const OUTPUT = 4 * 1024 * 1024;

/**
 * Asks OpenSSH for the options that apply to a destination.
 * @param file Read in place of the files of the user and the system, as by `ssh -F`.
 * @returns undefined if OpenSSH is not installed.
 */
export async function runSshG(target: Target, file?: string): Promise<OptionValues | undefined> {
  const argv = [
    '-G',
    ...(file === undefined ? [] : ['-F', file]),
    ...(target.user === undefined ? [] : ['-l', target.user]),
    ...(target.port === undefined ? [] : ['-p', String(target.port)]),
    '--',
    target.host,
  ];
  const { error, stdout, stderr } = await run(argv);
  if (codeOf(error) === 'ENOENT') return undefined;
  if (error !== null) {
    const [, loop] = /jumphost loop via (\S+)/.exec(stderr) ?? [];
    if (loop !== undefined) refuseLoop([target.host, loop]);
    const reason = error.killed === true ? `it did not end within ${TIMEOUT} s` : stderr.trim();
    return raise(
      'ssh.config',
      `the SSH configuration for ${target.host} cannot be read: ${reason || error.message}`,
      {
        hint: `run ssh -G ${target.host} to see the same error, and correct the file that it names`,
        cause: error,
      },
    );
  }
  return parseSshG(stdout);
}

interface Result {
  readonly error: import('node:child_process').ExecFileException | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(argv: readonly string[]): Promise<Result> {
  return new Promise((resolve) => {
    const options = { timeout: TIMEOUT * 1000, killSignal: 'SIGKILL', maxBuffer: OUTPUT } as const;
    execFile('ssh', argv, options, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    ).stdin?.end();
  });
}

/** Parses `keyword value` lines. */
function parseSshG(text: string): OptionValues {
  const values = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [, keyword, value = ''] = /^(\S+)(?: (.*))?$/.exec(line) ?? [];
    if (keyword !== undefined) values.set(keyword, [...(values.get(keyword) ?? []), value]);
  }
  return values;
}
