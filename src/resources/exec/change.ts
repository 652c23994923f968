import { pause } from '../../engine/pause.js';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import { describeExit } from '../tools/command-result.js';
import type { attributes, DesiredExec } from './attributes.js';
import { checkConditions, checkCreates } from './conditions.js';
import { createLineSplitter } from './line-splitter.js';
import { formatCommand, runCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** The number of lines of a failed command's output that its error quotes. */
const MAX_QUOTED_LINES = 20;

/** Runs the command of an exec. */
export async function changeExec(
  session: Session,
  { reference, desired }: Subject<typeof attributes>,
): Promise<void> {
  await runUntilSuccess(session, reference, desired, desired.command);
}

/** Runs the refresh command of an exec, or its command, if its conditions allow that; false if they do not. */
export async function refreshExec(
  session: Session,
  { reference, desired }: Subject<typeof attributes>,
): Promise<false | undefined> {
  const [created] = await checkCreates(session, [desired]);
  if (created instanceof Error) throw created;
  if (created || !(await checkConditions(session, desired))) return false;
  await runUntilSuccess(session, reference, desired, desired.refresh ?? desired.command);
  return undefined;
}

async function runUntilSuccess(
  session: Session,
  reference: string,
  desired: DesiredExec,
  command: CommandLine,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const lines = createLineSplitter((line) => session.message(reference, line));
    const result = await runCommand(
      session,
      desired,
      command,
      desired.logoutput === true ? lines.add : undefined,
    );
    lines.end();
    if (result.timedOut)
      raise(
        'exec.failed',
        `'${formatCommand(command)}' was ended after ${desired.timeout} s, its timeout${describeOutput(desired, result)}`,
      );
    if (result.status !== null && desired.returns.includes(result.status)) return;
    const last = attempt === desired.tries || session.signal.aborted;
    if (!last) session.progress(`try ${attempt} of ${desired.tries} failed`);
    if (last || !(await pause(desired.try_sleep, session.stop)))
      raise('exec.failed', describeFailure(desired, command, result, attempt));
  }
}

function describeFailure(
  desired: DesiredExec,
  command: CommandLine,
  result: CommandResult,
  attempt: number,
): string {
  const shown = formatCommand(command);
  const times = attempt === 1 ? '' : ` in the last of ${attempt} tries`;
  return `'${shown}' ${describeExit(shown, result)}${times}, and ${desired.returns.join(' or ')} is success${describeOutput(desired, result)}`;
}

function describeOutput(desired: DesiredExec, { stdout, stderr }: CommandResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  if (desired.logoutput === false || lines.length === 0) return '';
  return `; its output ends:\n${lines.slice(-MAX_QUOTED_LINES).join('\n')}`;
}
