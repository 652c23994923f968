import { accessSync, constants } from 'node:fs';
import { reveal } from '../../secrets/secret.js';
import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';
import { codeOf, toHostError } from '../system-error.js';
import { currentUmask } from './current-umask.js';
import { identityFor } from './identity.js';
import { PathWalk } from './paths/path-walk.js';
import { predictSpawnError } from './predict-spawn-error.js';
import { wrapForIdentity } from './wrap-for-identity.js';

/** Where programs are searched for, unless a command has its own `PATH`. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The default of Puppet and of most systems: the files that a command creates do not depend on who started the run. */
const DEFAULT_UMASK = '022';

/** The arguments of `spawn` for a command. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: {
    /** The path by which the system reaches it while the walk is open. */
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    /**
     * A process group of its own: an interrupt at the terminal does not reach it, and everything that it starts ends
     * with it.
     */
    readonly detached: true;
  };
}

/**
 * Launches a command with a function that receives the arguments of `spawn`, or the error code if the program cannot be
 * started. A missing directory or user is an error: the command is wrong, whatever its program would have reported. The
 * directory is resolved like the path of a file, and held open until the command has started: a link of another user
 * cannot redirect it.
 */
export async function withLaunch<T>(
  host: Host,
  command: Command,
  start: (launch: Launch | { readonly failure: string }) => T,
): Promise<T> {
  const walk = new PathWalk(command.links);
  try {
    return start(await prepare(host, command, openWorkingDirectory(walk, command)));
  } finally {
    walk.close();
  }
}

/** @param directory The path by which the system reaches the working directory. */
async function prepare(
  host: Host,
  command: Command,
  directory: string,
): Promise<Launch | { readonly failure: string }> {
  const { account, home, change } = await identityFor(host, command);
  const environment: Record<string, string> = {
    PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    ...(command.user === undefined ? {} : { USER: account, LOGNAME: account }),
    ...revealEnvironment(command.environment ?? {}),
  };
  const umask = command.umask ?? DEFAULT_UMASK;
  const options = { cwd: directory, detached: true } as const;
  if (change === undefined && Number.parseInt(umask, 8) === currentUmask()) {
    const [program, ...args] = command.argv;
    return { program, args, options: { ...options, env: environment } };
  }
  // A program that launches another one reports a missing program as its own exit status.
  const failure = predictSpawnError(command.argv[0], environment.PATH ?? '', directory);
  if (failure !== undefined) return { failure };
  const { program, args, env } = wrapForIdentity({ argv: command.argv, environment, umask, change });
  return { program, args, options: { ...options, env } };
}

/** Opens the working directory of a command, and returns the path by which the system reaches it. */
function openWorkingDirectory(walk: PathWalk, { directory = '/', argv: [program] }: Command): string {
  if (directory === '/') return directory;
  try {
    const { procPath: at } = walk.directory(directory);
    accessSync(at, constants.X_OK);
    return at;
  } catch (error) {
    const code = codeOf(error);
    throw new HostError(
      `cannot run ${program} in ${directory}: ${explainEnterFailure(directory, error)}`,
      code,
      directory,
    );
  }
}

function explainEnterFailure(directory: string, error: unknown): string {
  if (error instanceof HostError) return error.message;
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'the directory does not exist; make it first';
    case 'ENOTDIR':
      return 'it is not a directory';
    case 'EACCES':
      return 'permission is denied; run this as root, or as a user who may enter it';
    default:
      return toHostError('enter', directory, error).message;
  }
}

function revealEnvironment(environment: NonNullable<Command['environment']>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, reveal(value)]));
}
