import type { Session } from '../../engine/session.js';
import type { ExecWanted } from './attributes.js';
import { runCommand, shown } from './run.js';
import type { CommandLine } from './values.js';

/**
 * Whether creates, unless and onlyif let a command run; they are asked in this order, and only as far as needed.
 * Throws where a condition cannot be asked.
 */
export async function letsRun(session: Session, wanted: ExecWanted): Promise<boolean> {
  const made = await session.host.files.status(wanted.creates ?? []);
  if (made.some((status) => status !== undefined)) return false;
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
