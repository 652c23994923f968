import type { Session } from '../../engine/session.js';
import type { CommandResult } from '../../hosts/command.js';
import { isDenied } from '../../hosts/refusal.js';
import { runTool } from '../tools/run-tool.js';
import type { WantedExec } from './attributes.js';
import { listPathsIn } from './relations.js';
import { formatCommand } from './run-command.js';
import type { CommandLine } from './value-types.js';

/** How programs say that they were refused something. */
const REFUSED =
  /^.*\b(?:permission denied|operation not permitted|access denied|must be (?:run as )?root|(?:only|need to be) root|authentication (?:is )?required|interactive authentication|a password is required)\b.*$/im;

/** A shell's status for a program that may not be executed. */
const NOT_EXECUTABLE = 126;

/** Looks which of its arguments can be read, with the rights of whoever runs it: it alone knows all of them. */
const READABLE = 'for path do if [ -e "$path" ] && ! [ -r "$path" ]; then printf "%s\\n" "$path"; fi; done';

/** A condition whose answer means nothing, because this user may not look at what it is about. */
export class HiddenCondition extends Error {
  readonly code = 'EACCES';

  constructor(command: CommandLine, why: string) {
    super(`this user may not look at what its condition '${formatCommand(command)}' is about: ${why}`);
  }
}

/**
 * What a user other than root is not shown of what a condition is about: it was refused something, or it names a file
 * that this user cannot read. A false answer is then no answer. Undefined where nothing speaks for it.
 */
export async function findHiddenCondition(
  session: Session,
  wanted: WantedExec,
  command: CommandLine,
  { status, stdout, stderr }: Pick<CommandResult, 'status' | 'stdout' | 'stderr'>,
): Promise<HiddenCondition | undefined> {
  if (await isRoot(session)) return undefined;
  const said = REFUSED.exec(`${stderr}\n${stdout}`)?.[0];
  if (said !== undefined) return new HiddenCondition(command, `it says '${said.trim()}'`);
  if (status === NOT_EXECUTABLE) return new HiddenCondition(command, 'a program may not be executed');
  const path = await findUnreadable(session, listPathsIn(wanted, command));
  return path === undefined ? undefined : new HiddenCondition(command, `${path} cannot be read`);
}

/** The first of some paths that this user cannot look at or read. */
async function findUnreadable(session: Session, paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return undefined;
  const found = await session.host.files.status(paths, { links: 'any' });
  const denied = paths.find((_path, at) => found[at] instanceof Error && isDenied(found[at]));
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
