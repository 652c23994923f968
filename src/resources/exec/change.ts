import PQueue from 'p-queue';
import { pause } from '../../engine/pause.js';
import { type Provider, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import type { attributes, WantedExec } from './attributes.js';
import { checkConditions, checkCreates, hasConditions } from './conditions.js';
import { createLineSplitter } from './line-splitter.js';
import { formatCommand, runCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** How many execs are asked for their conditions at once. */
const AT_ONCE = 8;
/** How much of a failed command's output its error quotes. */
const LAST_LINES = 20;

/** Runs commands, and finds out whether they would run. */
export const execProvider: Provider<typeof attributes> = {
  readsAhead: false,
  // Commands are mostly busy themselves: more of them than processors only hold each other up.
  concurrency: ({ processors }) => Math.max(2, processors?.count ?? AT_ONCE),
  disturbs: () => true,
  // Whether a condition that cannot be asked yet will let it run is anybody's guess.
  blank: () => undefined,
  // Without conditions it runs, whatever comes before it; and with refreshonly it does not, unless it is notified.
  undisturbed: ({ wanted }) => wanted.refreshonly || !hasConditions(wanted),
  // A command that has just run does not run again; a refresh command of its own is another one, and does.
  supersedesRefresh: (_diff, { wanted }) => wanted.refresh === undefined,
  // What has changed by then can turn its conditions round: only the refresh itself can tell.
  refreshes: ({ wanted }) => (hasConditions(wanted) ? 'perhaps' : true),

  async read(session, subjects) {
    const made = await checkCreates(
      session,
      subjects.map(({ wanted }) => wanted),
    );
    const queue = new PQueue({ concurrency: AT_ONCE });
    const states = subjects.map(async ({ title, wanted }, index) => {
      const state = predictState(wanted, made[index]);
      return [title, state ?? (await queue.add(() => readState(session, wanted)))] as const;
    });
    return new Map(await Promise.all(states));
  },

  async change(session, { reference, wanted }) {
    await runUntilSuccess(session, reference, wanted, wanted.command);
  },

  async refresh(session, { reference, wanted }) {
    const [made] = await checkCreates(session, [wanted]);
    if (made instanceof Error) throw made;
    if (made || !(await checkConditions(session, wanted))) return false;
    await runUntilSuccess(session, reference, wanted, wanted.refresh ?? wanted.command);
  },
};

/** The state of an exec that should run; one that should not returns what it returns when all is well. */
const NOT_RUN: State = { returns: 'notrun' };

/** The state, where neither unless nor onlyif has to be asked for it. */
function predictState(wanted: WantedExec, made: boolean | Error | undefined): State | Unreadable | undefined {
  if (wanted.refreshonly || !hasConditions(wanted)) return NOT_RUN;
  if (made instanceof Error) return Unreadable.because(made);
  return made ? { returns: wanted.returns } : undefined;
}

async function readState(session: Session, wanted: WantedExec): Promise<State | Unreadable> {
  try {
    return (await checkConditions(session, wanted)) ? NOT_RUN : { returns: wanted.returns };
  } catch (error) {
    return Unreadable.because(error);
  }
}

async function runUntilSuccess(
  session: Session,
  reference: string,
  wanted: WantedExec,
  command: CommandLine,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const lines = createLineSplitter((line) => session.message(reference, line));
    const result = await runCommand(
      session,
      wanted,
      command,
      wanted.logoutput === true ? lines.add : undefined,
    );
    lines.end();
    if (result.timedOut)
      raise(
        'exec.failed',
        `'${formatCommand(command)}' was ended after ${wanted.timeout} s, its timeout${describeOutput(wanted, result)}`,
      );
    if (result.status !== null && wanted.returns.includes(result.status)) return;
    const last = attempt === wanted.tries || session.signal.aborted;
    if (!last) session.progress(`try ${attempt} of ${wanted.tries} failed`);
    if (last || !(await pause(wanted.try_sleep, session.stop)))
      raise('exec.failed', describeFailure(wanted, command, result, attempt));
  }
}

function describeFailure(
  wanted: WantedExec,
  command: CommandLine,
  result: CommandResult,
  attempt: number,
): string {
  const how = result.status === null ? `was ended by ${result.signal}` : `ended with status ${result.status}`;
  const times = attempt === 1 ? '' : ` in the last of ${attempt} tries`;
  return `'${formatCommand(command)}' ${how}${times}, and ${wanted.returns.join(' or ')} is success${describeOutput(wanted, result)}`;
}

function describeOutput(wanted: WantedExec, { stdout, stderr }: CommandResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  if (wanted.logoutput === false || lines.length === 0) return '';
  return `; its output ends:\n${lines.slice(-LAST_LINES).join('\n')}`;
}
