import type { Session } from '../../engine/session.js';
import type { ExecWanted } from './attributes.js';
import { runCommand, shown } from './run.js';
import type { CommandLine } from './values.js';

/** Of each exec, whether a file of its creates is there, or the error of looking; one look for all of them. */
export async function alreadyMade(
  session: Session,
  execs: readonly ExecWanted[],
): Promise<(boolean | Error)[]> {
  const statuses = await session.host.files.status(execs.flatMap(({ creates = [] }) => creates));
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
  const { status, timedOut } = await runCommand(session, wanted, command);
  if (timedOut)
    throw new Error(`its condition '${shown(command)}' took longer than ${wanted.timeout} seconds`);
  return status === 0;
}
