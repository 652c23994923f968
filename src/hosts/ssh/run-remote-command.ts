import { setMaxListeners } from 'node:events';
import { isShellVariable, toShellWord } from '../../formats/shell.js';
import { reveal } from '../../secrets/secret.js';
import { CollectedStream } from '../collected-stream.js';
import type { Command, CommandResult } from '../command.js';
import { commandEnvironment, DEFAULT_UMASK } from '../command-environment.js';
import { throwEnterError } from '../enter-error.js';
import { HostError } from '../host-error.js';
import type { Identity } from '../local/identity.js';
import { Examination, pathsOnTheWay } from './files/examination.js';
import { call, type Remote } from './files/remote-step.js';
import { type ExaminedDirectory, RemoteWalk } from './files/remote-walk.js';
import { toolError } from './files/tool-error.js';
import type { Answer } from './session/target-session.js';
import { signalName } from './signal-name.js';

const DEFAULT_TIMEOUT = 300;

/** In milliseconds: Node fires longer timers immediately. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The lines of the lock file about a command. */
export interface CommandRecord {
  /** The number of the command in the lock file. */
  readonly number: number;
  /** The line that is written before it begins. */
  readonly begin: string;
}

/** Runs a program on a host behind SSH to its end; see `Host.run`. */
export async function runRemoteCommand(
  remote: Remote,
  command: Command,
  identity: Identity,
  record: CommandRecord | undefined,
): Promise<CommandResult> {
  const directory = await findDirectory(remote, command);
  if (command.signal?.aborted === true) return failed('ABORT_ERR');
  const [stdout, stderr] = [new CollectedStream(command.onOutput), new CollectedStream(command.onOutput)];
  const { id, answer } = remote.session.begin(scriptOf(command, identity, directory, record), {
    content: Buffer.from(reveal<string | Buffer>(command.input ?? '')),
    onOutput: (stream, piece) => (stream === 'stdout' ? stdout : stderr).add(piece),
  });
  const stopper = stopAtLimits(command, () => remote.session.send(call('stop', id)).catch(() => undefined));
  try {
    const ended = await answer;
    const timedOut = await stopper.finish();
    return { ...resultOf(command, ended), stdout: stdout.end(), stderr: stderr.end(), timedOut };
  } finally {
    await stopper.finish();
  }
}

/** Examines the working directory, which the host then enters if it is still the same. */
async function findDirectory(
  { session, self }: Remote,
  command: Command,
): Promise<ExaminedDirectory | undefined> {
  const { directory = '/', links, argv } = command;
  if (directory === '/') return undefined;
  try {
    const examination = new Examination(session);
    await examination.examine(pathsOnTheWay(directory));
    return await examination.complete(() => new RemoteWalk(examination, self, links).directory(directory));
  } catch (error) {
    return throwEnterError(argv[0], directory, error);
  }
}

function scriptOf(
  command: Command,
  identity: Identity,
  directory: ExaminedDirectory | undefined,
  record: CommandRecord | undefined,
): string {
  const environment = commandEnvironment(command, identity);
  const exports = Object.entries(environment).map(([name, value]) => {
    if (isShellVariable(name)) return `export ${name}=${toShellWord(value)}`;
    throw new HostError(
      `cannot run ${command.argv[0]}: a shell cannot set the environment variable '${name}'; rename it`,
      'EINVAL',
      command.argv[0],
    );
  });
  const input = Buffer.from(reveal<string | Buffer>(command.input ?? '')).length;
  const { change } = identity;
  const changing =
    change === undefined
      ? []
      : [
          change.program,
          `--regid=${change.gid}`,
          ...(change.uid === undefined ? ['--keep-groups'] : [`--reuid=${change.uid}`, '--init-groups']),
          '--',
        ];
  return [
    directory && call('enter', directory.path, directory.identity),
    `is_complete ${input}`,
    `environment=${toShellWord(exports.join('\n'))}`,
    `search=${toShellWord(environment.PATH)} mask=${toShellWord(command.umask ?? DEFAULT_UMASK)}`,
    `timeout=${Math.ceil(command.timeout ?? DEFAULT_TIMEOUT)}`,
    `begin=${toShellWord(record?.begin ?? '')} of=${record?.number ?? ''}`,
    call('run', ...changing, '===', ...command.argv),
    'cat "$d/outcome"',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Ends the command at its timeout or when it is aborted, until `finish` is called. */
function stopAtLimits({ timeout = DEFAULT_TIMEOUT, signal }: Command, stop: () => Promise<unknown>) {
  let timedOut = false;
  let stopping: Promise<unknown> | undefined;
  const end = () => {
    stopping ??= stop();
  };
  const expire = () => {
    timedOut = true;
    end();
  };
  const timer = timeout > 0 ? setTimeout(expire, Math.min(timeout * 1000, LONGEST_TIMER)) : undefined;
  if (signal !== undefined) {
    // One signal ends all commands of a run: Node would otherwise print a warning about a leak because of the many
    // listeners.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  }
  return {
    /** Waits until everything that was to be ended has ended; returns whether the timeout was reached. */
    async finish(): Promise<boolean> {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      await stopping;
      return timedOut;
    },
  };
}

function resultOf({ argv: [program], directory = '/' }: Command, { status, output, errors }: Answer) {
  const [kind, value = ''] = output.toString('latin1').trim().split(' ');
  const blank = { status: null, signal: null };
  if (kind === 'status') return { ...blank, status: Number(value) };
  if (kind === 'signal') return { ...blank, signal: signalName(Number(value)) };
  if (kind === 'failed') return { ...blank, failure: value };
  if (status === 75) throwEnterError(program, directory, new Error('it was replaced in the meantime'));
  throw new HostError(`cannot run ${program}: ${toolError(errors).message}`, undefined, program);
}

function failed(failure: string): CommandResult {
  return { status: null, signal: null, stdout: '', stderr: '', timedOut: false, failure };
}
