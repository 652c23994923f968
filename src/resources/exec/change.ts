import { pause } from '../../engine/pause.js';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import { describeExit } from '../tools/command-result.js';
import type { attributes, WantedExec } from './attributes.js';
import { checkConditions, checkCreates } from './conditions.js';
import { createLineSplitter } from './line-splitter.js';
import { formatCommand, runCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** The number of lines of a failed command's output that its error quotes. */
const MAX_QUOTED_LINES = 20;

/** Runs the command of an exec. */
export async function changeExec(
  session: Session,
  { reference, wanted }: Subject<typeof attributes>,
): Promise<void> {
  await runUntilSuccess(session, reference, wanted, wanted.command);
}

/** Runs the refresh command of an exec, or its command, if its conditions allow that; false if they do not. */
export async function refreshExec(
  session: Session,
  { reference, wanted }: Subject<typeof attributes>,
): Promise<false | undefined> {
  const [created] = await checkCreates(session, [wanted]);
  if (created instanceof Error) throw created;
  if (created || !(await checkConditions(session, wanted))) return false;
  await runUntilSuccess(session, reference, wanted, wanted.refresh ?? wanted.command);
  return undefined;
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
  const shown = formatCommand(command);
  const times = attempt === 1 ? '' : ` in the last of ${attempt} tries`;
  return `'${shown}' ${describeExit(shown, result)}${times}, and ${wanted.returns.join(' or ')} is success${describeOutput(wanted, result)}`;
}

function describeOutput(wanted: WantedExec, { stdout, stderr }: CommandResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  if (wanted.logoutput === false || lines.length === 0) return '';
  return `; its output ends:\n${lines.slice(-MAX_QUOTED_LINES).join('\n')}`;
}
