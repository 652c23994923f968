import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { runTool } from '../tools/run-tool.js';

/** Checks that the name is a mount point, which the kernel does not let anyone replace, and runs the command with it. */
const SCRIPT = `
mountpoint --quiet --nofollow -- "$1" || { echo "$1 is not a mount point any more" >&2; exit 1; }
point=$1
shift
exec "$@" "$point"
`;

/**
 * Runs a command with a mount point as its last argument, if others than root can change a directory on its path. The
 * directory that contains it is held open, so that links that they put on the path have no effect.
 */
export async function runAtMountPoint(
  session: Session,
  name: string,
  argv: readonly string[],
): Promise<void> {
  await runTool(session, {
    argv: ['/bin/sh', '-c', SCRIPT, 'sh', `./${posix.basename(name)}`, ...argv],
    directory: posix.dirname(name),
  });
}
