import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { toShellWord } from '../../formats/shell.js';
import type { Command, CommandResult } from '../../hosts/command.js';
import { HostError } from '../../hosts/host-error.js';
import { describeSpawnError } from '../../hosts/spawn-error.js';
import { reveal, Secret } from '../../secrets/secret.js';
import { readStatuses } from '../file/read-statuses.js';
import type { DesiredExec } from './attributes.js';
import { splitWords } from './split-words.js';
import type { CommandLine } from './value-types.js';

/**
 * Runs one command of an exec with the environment, user, directory and timeout of the exec.
 * @throws if it cannot be started.
 */
export async function runCommand(
  session: Session,
  desired: DesiredExec,
  command: CommandLine,
  onOutput?: Command['onOutput'],
): Promise<CommandResult> {
  const environment: Record<string, Secret> = {};
  if (desired.path !== undefined) environment.PATH = new Secret(desired.path.join(':'));
  for (const [name, value] of Object.entries(reveal(desired.environment) ?? {}))
    environment[name] = new Secret(value);
  const argv = await buildArguments(session, desired, command);
  const result = await session.host.run({
    argv,
    environment,
    directory: desired.cwd,
    user: desired.user,
    group: desired.group,
    umask: desired.umask,
    timeout: desired.timeout,
    signal: session.signal,
    onOutput,
  });
  if (result.failure !== undefined)
    throw new HostError(
      `'${formatCommand(command)}' ${describeSpawnError(argv[0], result.failure)}`,
      result.failure,
      formatCommand(command),
    );
  return result;
}

/** Formats a command in one line, for messages. */
export function formatCommand(command: CommandLine): string {
  if (typeof command === 'string') return command;
  return command.map(toShellWord).join(' ');
}

async function buildArguments(
  session: Session,
  desired: DesiredExec,
  command: CommandLine,
): Promise<Command['argv']> {
  if (typeof command === 'string' && desired.provider === 'shell') return ['/bin/sh', '-c', command];
  const [program = '', ...rest] = typeof command === 'string' ? splitWords(command) : command;
  return [program.includes('/') ? program : await findProgram(session, desired.path ?? [], program), ...rest];
}

/** Searches a program here and not by the system, so that the error about a missing one contains the search path. */
async function findProgram(session: Session, path: readonly string[], program: string): Promise<string> {
  const candidates = path.map((directory) => `${directory}/${program}`);
  // A link counts as its target; a dangling one does not count.
  const found = await readStatuses(session.host.files, candidates, () => true, { links: 'any' });
  const at = found.findIndex(
    ({ status }) =>
      status !== undefined &&
      !(status instanceof Error) &&
      status.kind === 'file' &&
      (status.mode & 0o111) !== 0,
  );
  const match = candidates[at];
  if (match === undefined) {
    raise(
      'exec.failed',
      `the program '${program}' does not exist in ${path.join(':')}; a shell builtin needs provider 'shell'`,
    );
  }
  return match;
}
