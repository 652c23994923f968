import { dirname } from 'node:path';
import type { CommandResult } from '../../../hosts/command.js';
import { OUTPUT_LIMIT } from '../../../hosts/command.js';
import { LocalHost } from '../../../hosts/local/local-host.js';
import { redactLikelySecrets } from '../../../secrets/likely-secrets.js';
import type { Problems } from '../problems.js';
import type { SourceContext } from '../sources/source-context.js';
import { applyHostVariables, applyProgramOutput } from './apply-program-output.js';
import { parseProgramOutput } from './parse-program-output.js';

/** How many processes of a program run at once. */
const CONCURRENCY = 4;

/** How much of a program's messages is quoted. */
const QUOTED_CHARACTERS = 2000;

/**
 * Executes a program that prints Ansible's dynamic JSON, and adds its hosts and groups to the model: once with
 * `--list`, and, if that does not include `_meta.hostvars`, once per host with `--host`.
 */
export async function readProgram(path: string, context: SourceContext): Promise<void> {
  const { model } = context;
  const output = await callProgram(path, ['--list'], context);
  if (output === undefined) return;
  const hosts = applyProgramOutput(output, path, model);
  if (hosts === undefined) return;
  const waiting = [...hosts];
  const work = async () => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
      const variables = await callProgram(path, ['--host', host.name], context);
      if (variables !== undefined) applyHostVariables(host, variables, path, model);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

/** Returns the hash that a program prints; undefined if it failed, which is added to the problems. */
async function callProgram(
  path: string,
  args: readonly string[],
  { model: { problems }, programTimeout, signal }: SourceContext,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const name = [path, ...args].join(' ');
  const result = await new LocalHost().run({
    argv: [path, ...args],
    // A program finds its credentials in the environment and its files beside itself or the user.
    environment: definedOnly(process.env),
    directory: process.cwd(),
    timeout: programTimeout,
    signal,
  });
  const failure = describeFailure(result, programTimeout);
  if (failure !== undefined) {
    addFailure(`${name} ${failure}`, path, result.stderr, problems);
    return undefined;
  }
  if (args[0] === '--host' && result.stdout.trim() === '') return {};
  const parsed = parseProgramOutput(result.stdout);
  if (typeof parsed !== 'string') return parsed;
  addFailure(`${name} ${parsed}`, path, result.stderr, problems);
  return undefined;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function describeFailure(
  { status, signal, timedOut, failure, stdout }: CommandResult,
  timeout: number,
): string | undefined {
  if (failure === 'ABORT_ERR') return 'was interrupted';
  if (failure !== undefined) return `could not be started: ${failure}`;
  if (timedOut) return `did not end within ${timeout} s and was stopped`;
  if (signal !== null) return `was ended by ${signal}`;
  if (status !== 0) return `ended with status ${status}`;
  // The middle of longer output is left out, and a sentence about it added.
  return Buffer.byteLength(stdout) > OUTPUT_LIMIT - QUOTED_CHARACTERS
    ? `printed more than ${OUTPUT_LIMIT / 1024 / 1024} MiB`
    : undefined;
}

function addFailure(message: string, path: string, stderr: string, problems: Problems): void {
  const said = redactLikelySecrets(stderr.trim().slice(-QUOTED_CHARACTERS));
  problems.add('inventory.program', said === '' ? message : `${message}: ${said}`, {
    location: { file: path, line: 1, unquoted: true },
    hint: `run it by hand in ${dirname(path)}: it must print a hash of groups in JSON, and messages on standard error`,
  });
}
