import type { Host } from './host.js';
import { HostError } from './host-error.js';

/** The lock is this run's, or another's, who is named as it named itself. */
export type RunLock = { readonly release: () => Promise<void> } | { readonly heldBy: string };

/** `flock`'s status where somebody else has the lock. */
const HELD = 75;

/**
 * Takes the lock of a state directory, without waiting. The kernel holds it for a process that lives as long as
 * this one keeps its input open: whatever ends this run, `kill -9` or a lost connection, lets go of the lock.
 * The process is one program, `tee`, which also writes the owner into the lock file, for others to read.
 * @param path the lock file; its directory must exist
 * @param owner one line that tells the person at another terminal who has the lock
 */
export async function acquireLock(host: Host, path: string, owner: string): Promise<RunLock> {
  // Who may open the file may lock it, so that it must not be readable by all.
  await host.files.append(path, '');
  const line = owner.replaceAll('\n', ' ');
  const argv = ['flock', '--nonblock', '--conflict-exit-code', String(HELD), path, 'tee', path] as const;
  const holding = await host.hold(argv, `${line}\n`);
  if (holding.result === undefined) return { release: () => holding.release() };
  const { status, failure, stderr } = holding.result;
  if (status === HELD) return { heldBy: await readOwner(host, path) };
  const reason = failure === 'ENOENT' ? 'flock is not installed; it belongs to util-linux' : stderr.trim();
  throw new HostError(
    `cannot lock ${path}: ${reason || `flock ended with ${status ?? failure}`}`,
    failure,
    path,
  );
}

async function readOwner(host: Host, path: string): Promise<string> {
  const [content] = await host.files.read([path]);
  // The other may have taken the lock, and not yet have written its name.
  return (Buffer.isBuffer(content) && content.toString('utf8').trim()) || 'another run';
}
