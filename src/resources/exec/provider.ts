import PQueue from 'p-queue';
import { pause } from '../../engine/pause.js';
import { type Provider, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import type { attributes, ExecWanted } from './attributes.js';
import { alreadyMade, answersLetRun, hasConditions } from './conditions.js';
import { linewise } from './linewise.js';
import { runCommand, shown } from './run.js';
import type { CommandLine } from './values.js';

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
    const made = await alreadyMade(
      session,
      subjects.map(({ wanted }) => wanted),
    );
    const queue = new PQueue({ concurrency: AT_ONCE });
    const states = subjects.map(async ({ title, wanted }, index) => {
      const state = stateWithoutAsking(wanted, made[index]);
      return [title, state ?? (await queue.add(() => stateByAsking(session, wanted)))] as const;
    });
    return new Map(await Promise.all(states));
  },

  async change(session, { reference, wanted }) {
    await succeed(session, reference, wanted, wanted.command);
  },

  async refresh(session, { reference, wanted }) {
    const [made] = await alreadyMade(session, [wanted]);
    if (made instanceof Error) throw made;
    if (made || !(await answersLetRun(session, wanted))) return false;
    await succeed(session, reference, wanted, wanted.refresh ?? wanted.command);
  },
};

/** The state of an exec that should run; one that should not returns what it returns when all is well. */
const notrun: State = { returns: 'notrun' };

/** The state, where neither unless nor onlyif has to be asked for it. */
function stateWithoutAsking(
  wanted: ExecWanted,
  made: boolean | Error | undefined,
): State | Unreadable | undefined {
  if (wanted.refreshonly || !hasConditions(wanted)) return notrun;
  if (made instanceof Error) return Unreadable.because(made);
  return made ? { returns: wanted.returns } : undefined;
}

async function stateByAsking(session: Session, wanted: ExecWanted): Promise<State | Unreadable> {
  try {
    return (await answersLetRun(session, wanted)) ? notrun : { returns: wanted.returns };
  } catch (error) {
    return Unreadable.because(error);
  }
}

async function succeed(
  session: Session,
  reference: string,
  wanted: ExecWanted,
  command: CommandLine,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const lines = linewise((line) => session.message(reference, line));
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
        `'${shown(command)}' was ended after ${wanted.timeout} s, its timeout${ending(wanted, result)}`,
      );
    if (result.status !== null && wanted.returns.includes(result.status)) return;
    const last = attempt === wanted.tries || session.signal.aborted;
    if (!last) session.progress(`try ${attempt} of ${wanted.tries} failed`);
    if (last || !(await pause(wanted.try_sleep, session.stop)))
      raise('exec.failed', failure(wanted, command, result, attempt));
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
