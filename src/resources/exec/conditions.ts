import type { Session } from '../../engine/session.js';
import { look } from '../file/look.js';
import type { ExecWanted } from './attributes.js';
import { runCommand, shown } from './run.js';
import type { CommandLine } from './values.js';

/** Statuses by which a shell, or what changes to another user, says that a program was not run: no answer at all. */
const NOT_RUN: ReadonlyMap<number, string> = new Map([
  [126, 'a program may not be executed'],
  [127, 'a program was not found'],
]);

/** Of each exec, whether a file of its creates is there, or the error of looking; one look for all of them. */
export async function alreadyMade(
  session: Session,
  execs: readonly ExecWanted[],
): Promise<(boolean | Error)[]> {
  // A link that leads nowhere has not made the file.
  const paths = execs.flatMap(({ creates = [] }) => creates);
  const statuses = (await look(session.host.files, paths, () => true)).map(({ status }) => status);
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
export async function answersLetRun(session: Session, wanted: ExecWanted): Promise<boolean> {
  for (const command of wanted.unless ?? []) {
    if (await succeeds(session, wanted, command)) return false;
  }
  for (const command of wanted.onlyif ?? []) {
    if (!(await succeeds(session, wanted, command))) return false;
  }
  return true;
}

/** Whether there is anything to ask. */
export function hasConditions({ creates = [], unless = [], onlyif = [] }: ExecWanted): boolean {
  return creates.length + unless.length + onlyif.length > 0;
}

async function succeeds(session: Session, wanted: ExecWanted, command: CommandLine): Promise<boolean> {
  const { status, signal, timedOut } = await runCommand(session, wanted, command);
  if (timedOut)
    throw new Error(`its condition '${shown(command)}' took longer than ${wanted.timeout} seconds`);
  if (status === null) throw new Error(`its condition '${shown(command)}' was ended by ${signal}`);
  const why = NOT_RUN.get(status);
  if (why !== undefined)
    throw new Error(`its condition '${shown(command)}' ended with status ${status}: ${why}`);
  return status === 0;
}
