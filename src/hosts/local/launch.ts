import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { reveal } from '../../secrets/secret.js';
import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';
import { codeOf } from '../refusal.js';
import { identityFor } from './identity.js';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A command in the form in which `spawn` takes it. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    /** A group of its own: an interrupt at the terminal does not reach it, and all that it starts ends with it. */
    readonly detached: true;
  };
}

/**
 * How a command is launched, or the code that says why its program cannot be. A missing directory or user is an
 * error: the command is wrong, whatever its program would have said.
 */
export async function prepare(host: Host, command: Command): Promise<Launch | { readonly failure: string }> {
  const directory = command.directory ?? '/';
  checkDirectory(directory, command);
  const identity = await identityFor(host, command);
  const environment = { PATH, HOME: identity.home, LANG: 'C.UTF-8', ...revealed(command.environment ?? {}) };
  // A program that launches another reports a missing one as a status of its own.
  const prefix = [...identity.prefix, ...umaskPrefix(command.umask)];
  const failure = prefix.length === 0 ? undefined : whyNot(command.argv[0], environment.PATH, directory);
  if (failure !== undefined) return { failure };
  const [program = '', ...args] = [...prefix, ...command.argv];
  return { program, args, options: { cwd: directory, env: environment, detached: true } };
}

/** The file mode mask belongs to the whole process and cannot be given to a child alone; a shell sets its own. */
function umaskPrefix(umask: string | undefined): readonly string[] {
  return umask === undefined ? [] : ['/bin/sh', '-c', 'umask "$1" && shift && exec "$@"', 'sh', umask];
}

function checkDirectory(directory: string, command: Command): void {
  const problem = directoryProblem(directory);
  if (problem === undefined) return;
  const [reason, code] = problem;
  throw new HostError(`cannot run ${command.argv[0]} in ${directory}: ${reason}`, code, directory);
}

function directoryProblem(directory: string): readonly [reason: string, code: string] | undefined {
  try {
    const stats = statSync(directory, { throwIfNoEntry: false });
    if (stats === undefined) return ['the directory does not exist; make it first', 'ENOENT'];
    if (!stats.isDirectory()) return ['it is no directory', 'ENOTDIR'];
    accessSync(directory, constants.X_OK);
    return undefined;
  } catch (error) {
    return [
      'permission is denied; run this as root, or as a user who may enter it',
      codeOf(error) ?? 'EACCES',
    ];
  }
}

function revealed(environment: NonNullable<Command['environment']>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, reveal(value)]));
}

/** The code with which the system would refuse to start a program. */
function whyNot(program: string, path: string, directory: string): string | undefined {
  const places = program.includes('/')
    ? [resolve(directory, program)]
    : path.split(delimiter).map((one) => join(one, program));
  let failure = 'ENOENT';
  for (const place of places) {
    try {
      accessSync(place, constants.X_OK);
      if (statSync(place).isFile()) return undefined;
      failure = 'EACCES';
    } catch (error) {
      if (codeOf(error) === 'EACCES') failure = 'EACCES';
    }
  }
  return failure;
}
