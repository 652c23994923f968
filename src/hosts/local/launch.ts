import { accessSync, constants } from 'node:fs';
import type { Command } from '../command.js';
import { commandEnvironment, DEFAULT_UMASK } from '../command-environment.js';
import { throwEnterError } from '../enter-error.js';
import type { Host } from '../host.js';
import { currentUmask } from './current-umask.js';
import { identityFor } from './identity.js';
import { PathWalk } from './paths/path-walk.js';
import { predictSpawnError } from './predict-spawn-error.js';
import { wrapForIdentity } from './wrap-for-identity.js';

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
  const identity = await identityFor(host, command);
  const { change } = identity;
  const environment = commandEnvironment(command, identity);
  const umask = command.umask ?? DEFAULT_UMASK;
  const options = { cwd: directory, detached: true } as const;
  if (change === undefined && Number.parseInt(umask, 8) === currentUmask()) {
    const [program, ...args] = command.argv;
    return { program, args, options: { ...options, env: environment } };
  }
  // A program that launches another one reports a missing program as its own exit status.
  const failure = predictSpawnError(command.argv[0], environment.PATH, directory);
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
    return throwEnterError(program, directory, error);
  }
}
