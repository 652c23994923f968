import type { Session } from '../../engine/session.js';
import type { CommandResult } from '../../hosts/command.js';
import { isPermissionDenied } from '../../hosts/system-error.js';
import { runTool } from '../tools/run-tool.js';
import type { DesiredExec } from './attributes.js';
import { listPathsIn } from './relations.js';
import { formatCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** How programs report that permission was denied. */
const REFUSED =
  /^.*\b(?:permission denied|operation not permitted|access denied|must be (?:run as )?root|(?:only|need to be) root|authentication (?:is )?required|interactive authentication|a password is required)\b.*$/im;

/** A shell's status for a program that is not executable. */
const NOT_EXECUTABLE = 126;

/** Prints the arguments that the current user cannot read: only a process of that user knows all its permissions. */
const READABLE = 'for path do if [ -e "$path" ] && ! [ -r "$path" ]; then printf "%s\\n" "$path"; fi; done';

/** A condition whose result means nothing, because the current user is not allowed to read what it inspects. */
export class HiddenCondition extends Error {
  readonly code = 'EACCES';

  constructor(command: CommandLine, why: string) {
    super(`this user is not allowed to read what its condition '${formatCommand(command)}' inspects: ${why}`);
  }
}

/**
 * Determines if a condition failed only because the current user is not root: permission was denied, or it names a file
 * that this user cannot read. Undefined if nothing indicates that.
 */
export async function findHiddenCondition(
  session: Session,
  desired: DesiredExec,
  command: CommandLine,
  { status, stdout, stderr }: Pick<CommandResult, 'status' | 'stdout' | 'stderr'>,
): Promise<HiddenCondition | undefined> {
  if (await isRoot(session)) return undefined;
  const refusal = REFUSED.exec(`${stderr}\n${stdout}`)?.[0];
  if (refusal !== undefined) return new HiddenCondition(command, `it prints '${refusal.trim()}'`);
  if (status === NOT_EXECUTABLE) return new HiddenCondition(command, 'a program is not executable');
  const path = await findUnreadable(session, listPathsIn(desired, command));
  return path === undefined ? undefined : new HiddenCondition(command, `${path} cannot be read`);
}

/** Finds the first of some paths that the current user cannot read. */
async function findUnreadable(session: Session, paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return undefined;
  const found = await session.host.files.status(paths, { links: 'any' });
  const denied = paths.find((_path, at) => found[at] instanceof Error && isPermissionDenied(found[at]));
  if (denied !== undefined) return denied;
  const { stdout } = await runTool(session, { argv: ['/bin/sh', '-c', READABLE, 'sh', ...paths] });
  return stdout.split('\n').find((line) => line !== '');
}

async function isRoot(session: Session): Promise<boolean> {
  return session.once('is-root', async () => {
    const { status, stdout } = await session.host.run({ argv: ['id', '-u'], signal: session.signal });
    return status !== 0 || stdout.trim() === '0';
  });
}
