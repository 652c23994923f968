import { accessSync, constants, statSync } from 'node:fs';
import { reveal } from '../../secrets/secret.js';
import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';
import { codeOf } from '../refusal.js';
import { changingIdentity } from './changing-identity.js';
import { currentUmask } from './current-umask.js';
import { identityFor } from './identity.js';
import { reasonNotToStart } from './reason-not-to-start.js';

/** Where programs are looked for, unless a command says otherwise. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Puppet's own, and that of most systems: what a command makes does not depend on who started the run. */
const DEFAULT_UMASK = '022';

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
  const { account, home, change } = await identityFor(host, command);
  const environment: Record<string, string> = {
    PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    ...(command.user === undefined ? {} : { USER: account, LOGNAME: account }),
    ...revealed(command.environment ?? {}),
  };
  const umask = command.umask ?? DEFAULT_UMASK;
  const options = { cwd: directory, detached: true } as const;
  if (change === undefined && Number.parseInt(umask, 8) === currentUmask()) {
    const [program, ...args] = command.argv;
    return { program, args, options: { ...options, env: environment } };
  }
  // A program that launches another reports a missing one as a status of its own.
  const failure = reasonNotToStart(command.argv[0], environment.PATH ?? '', directory);
  if (failure !== undefined) return { failure };
  const { program, args, env } = changingIdentity({ argv: command.argv, environment, umask, change });
  return { program, args, options: { ...options, env } };
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
