import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { readStatuses } from '../file/read-statuses.js';
import type { WantedExec } from './attributes.js';
import { findHiddenCondition, HiddenCondition } from './hidden-condition.js';
import { formatCommand, runCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** Statuses by which a shell, or what changes to another user, says that a program was not run: no answer at all. */
const NOT_RUN: ReadonlyMap<number, string> = new Map([
  [126, 'a program may not be executed'],
  [127, 'a program was not found'],
]);

/** Of each exec, whether a file of its creates is there, or the error of looking; one look for all of them. */
export async function checkCreates(
  session: Session,
  execs: readonly WantedExec[],
): Promise<(boolean | Error)[]> {
  // A link that leads nowhere has not made the file.
  const paths = execs.flatMap(({ creates = [] }) => creates);
  const statuses = (await readStatuses(session.host.files, paths, () => true, { links: 'any' })).map(
    ({ status }) => status,
  );
  let at = 0;
  return execs.map(({ creates = [] }) => {
    const found = statuses.slice(at, at + creates.length);
    at += creates.length;
    return found.find((status) => status instanceof Error) ?? found.some((status) => status !== undefined);
  });
}

/**
 * Whether unless and onlyif let a command run; they are asked in this order, and only as far as needed. Throws
 * where one cannot be asked.
 */
export async function checkConditions(session: Session, wanted: WantedExec): Promise<boolean> {
  let hidden: HiddenCondition | undefined;
  for (const { command, letsRun } of listConditions(wanted)) {
    const answer = await runCondition(session, wanted, command);
    // One that can be answered may still say that there is no need to run.
    if (answer instanceof HiddenCondition) hidden ??= answer;
    else if (answer !== letsRun) return false;
  }
  if (hidden !== undefined) throw hidden;
  return true;
}

/** Commands that are asked, each with the answer that lets the exec run. */
function* listConditions({ unless = [], onlyif = [] }: WantedExec) {
  for (const command of unless) yield { command, letsRun: false };
  for (const command of onlyif) yield { command, letsRun: true };
}

/** Whether there is anything to ask. */
export function hasConditions({ creates = [], unless = [], onlyif = [] }: WantedExec): boolean {
  return creates.length + unless.length + onlyif.length > 0;
}

async function runCondition(
  session: Session,
  wanted: WantedExec,
  command: CommandLine,
): Promise<boolean | HiddenCondition> {
  const result = await runCommand(session, wanted, command);
  const { status, signal, timedOut } = result;
  if (timedOut)
    raise(
      'exec.condition',
      `its condition '${formatCommand(command)}' took longer than ${wanted.timeout} seconds`,
    );
  if (status === null)
    raise('exec.condition', `its condition '${formatCommand(command)}' was ended by ${signal}`);
  // An apply is made with the rights that it is made with; a plan may be made with less.
  const hidden = session.planning ? await findHiddenCondition(session, wanted, command, result) : undefined;
  if (hidden !== undefined) return hidden;
  const why = NOT_RUN.get(status);
  if (why !== undefined)
    raise('exec.condition', `its condition '${formatCommand(command)}' ended with status ${status}: ${why}`);
  return status === 0;
}
