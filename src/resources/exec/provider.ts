import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { type Provider, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import type { attributes, ExecWanted } from './attributes.js';
import { hasConditions, letsRun } from './conditions.js';
import { runCommand, shown } from './run.js';
import type { CommandLine } from './values.js';

/** How many execs are asked for their conditions at once. */
const AT_ONCE = 8;
/** How much of a failed command's output its error quotes. */
const LAST_LINES = 20;

/** Runs commands, and finds out whether they would run. */
export const execProvider: Provider<typeof attributes> = {
  readsAhead: false,
  disturbs: () => true,
  // Whether a condition that cannot be asked yet will let it run is anybody's guess.
  blank: () => undefined,
  supersedesRefresh: () => true,
  // What has changed by then can turn its conditions round: only the refresh itself can tell.
  refreshes: ({ wanted }) => (hasConditions(wanted) ? 'perhaps' : true),

  async read(session, subjects) {
    const queue = new PQueue({ concurrency: AT_ONCE });
    const states = subjects.map(({ title, wanted }) =>
      queue.add(async () => [title, await stateOf(session, wanted)] as const),
    );
    return new Map(await Promise.all(states));
  },

  async change(session, { wanted }) {
    await succeed(session, wanted, wanted.command);
  },

  async refresh(session, { wanted }) {
    if (!(await letsRun(session, wanted))) return false;
    await succeed(session, wanted, wanted.refresh ?? wanted.command);
  },
};

/** `notrun` where it should run; else what it returns when all is well. */
async function stateOf(session: Session, wanted: ExecWanted): Promise<State | Unreadable> {
  const notrun: State = { returns: 'notrun' };
  if (wanted.refreshonly || !hasConditions(wanted)) return notrun;
  try {
    return (await letsRun(session, wanted)) ? notrun : { returns: wanted.returns };
  } catch (error) {
    return new Unreadable(messageOf(error));
  }
}

async function succeed(session: Session, wanted: ExecWanted, command: CommandLine): Promise<void> {
  const onOutput = wanted.logoutput === true ? (text: string) => session.progress(text.trimEnd()) : undefined;
  for (let attempt = 1; ; attempt++) {
    const result = await runCommand(session, wanted, command, onOutput);
    if (result.timedOut)
      throw new Error(
        `'${shown(command)}' was ended after ${wanted.timeout} seconds${ending(wanted, result)}`,
      );
    if (result.status !== null && wanted.returns.includes(result.status)) return;
    if (attempt === wanted.tries || session.signal.aborted)
      throw new Error(failure(wanted, command, result, attempt));
    session.progress(`try ${attempt} of ${wanted.tries} failed`);
    await sleep(wanted.try_sleep * 1000, undefined, { signal: session.signal });
  }
}

function failure(wanted: ExecWanted, command: CommandLine, result: CommandResult, attempt: number): string {
  const how = result.status === null ? `was ended by ${result.signal}` : `ended with status ${result.status}`;
  const times = attempt === 1 ? '' : ` in the last of ${attempt} tries`;
  return `'${shown(command)}' ${how}${times}, and ${wanted.returns.join(' or ')} is success${ending(wanted, result)}`;
}

function ending(wanted: ExecWanted, { stdout, stderr }: CommandResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  if (wanted.logoutput === false || lines.length === 0) return '';
  return `; its output ends:\n${lines.slice(-LAST_LINES).join('\n')}`;
}
