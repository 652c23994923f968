import type { Session } from '../../../engine/session.js';
import type { InitScript } from './init-script.js';

/**
 * Finds the PID file of a service whose process has ended and has not been reaped. In a container whose first process
 * reaps no processes, init scripts take such a process for a running one.
 */
export async function findStalePidFile(
  session: Session,
  { name, text }: InitScript,
): Promise<string | undefined> {
  const { files } = session.host;
  const named = /^[ \t]*PIDFILE=["']?(\/[^\s"'$]+)/m.exec(text)?.[1];
  const paths = [...(named === undefined ? [] : [named]), `/run/${name}.pid`, `/run/${name}/${name}.pid`];
  const contents = await files.read(paths);
  const at = contents.findIndex((content) => Buffer.isBuffer(content));
  const id = /^\s*(\d+)/.exec(contents[at]?.toString() ?? '')?.[1];
  if (id === undefined) return undefined;
  const [stat] = await files.read([`/proc/${id}/stat`]);
  // The state follows the program's name, which is in parentheses and may contain some itself.
  return Buffer.isBuffer(stat) && /\) Z [^)]*$/.test(stat.toString()) ? paths[at] : undefined;
}
