import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { readStatuses } from '../file/read-statuses.js';
import { describeExit } from '../tools/command-result.js';
import type { DesiredExec } from './attributes.js';
import { findHiddenCondition, HiddenCondition } from './hidden-condition.js';
import { formatCommand, runCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** Statuses with which a shell, or a program that switches users, reports that a program was not run. */
const NOT_RUN: ReadonlyMap<number, string> = new Map([
  [126, 'a program is not executable'],
  [127, 'a program was not found'],
]);

/** Checks for each exec if a file of `creates` exists, in one request; an error if that cannot be determined. */
export async function checkCreates(
  session: Session,
  execs: readonly DesiredExec[],
): Promise<(boolean | Error)[]> {
  // A dangling link does not count as the file.
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
 * Checks if `unless` and `onlyif` allow a command to run, in this order, and only until one does not.
 * @throws if a condition cannot be evaluated.
 */
export async function checkConditions(session: Session, desired: DesiredExec): Promise<boolean> {
  let hidden: HiddenCondition | undefined;
  for (const { command, expected } of listConditions(desired)) {
    const result = await runCondition(session, desired, command);
    // Another condition may still decide that the command does not run.
    if (result instanceof HiddenCondition) hidden ??= result;
    else if (result !== expected) return false;
  }
  if (hidden !== undefined) throw hidden;
  return true;
}

/** The conditions, each with the result that allows the command to run. */
function* listConditions({ unless = [], onlyif = [] }: DesiredExec) {
  for (const command of unless) yield { command, expected: false };
  for (const command of onlyif) yield { command, expected: true };
}

/** Whether the exec has conditions. */
export function hasConditions({ creates = [], unless = [], onlyif = [] }: DesiredExec): boolean {
  return creates.length + unless.length + onlyif.length > 0;
}

async function runCondition(
  session: Session,
  desired: DesiredExec,
  command: CommandLine,
): Promise<boolean | HiddenCondition> {
  const result = await runCommand(session, desired, command);
  const { status, timedOut } = result;
  const shown = formatCommand(command);
  if (timedOut)
    raise('exec.condition', `its condition '${shown}' took longer than ${desired.timeout} seconds`);
  const exit = describeExit(shown, result);
  if (status === null) raise('exec.condition', `its condition '${shown}' ${exit}`);
  // A plan may run with fewer privileges than the apply.
  const hidden = session.planning ? await findHiddenCondition(session, desired, command, result) : undefined;
  if (hidden !== undefined) return hidden;
  const why = NOT_RUN.get(status);
  if (why !== undefined) raise('exec.condition', `its condition '${shown}' ${exit}: ${why}`);
  return status === 0;
}
