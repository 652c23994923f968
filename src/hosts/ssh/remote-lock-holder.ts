import type { Host } from '../host.js';
import { parseOwner } from '../local/lock/lock-record.js';
import { findRemainingProcesses } from '../local/lock/remaining-processes.js';
import { isPermissionDenied } from '../system-error.js';
import { remoteProcesses } from './remote-processes.js';

/**
 * Describes the holder of one of several lock files without acquiring a lock; undefined if there is none. Also works
 * for users who are not allowed to read a file, with what they can see.
 */
export async function remoteLockHolder(
  host: Pick<Host, 'files'>,
  paths: readonly string[],
): Promise<string | undefined> {
  const [records, statuses] = await Promise.all([host.files.read(paths), host.files.status(paths)]);
  for (const [index, record] of records.entries()) {
    const status = statuses[index];
    // A run that has ended leaves the file empty.
    if (status === undefined || status instanceof Error || status.size === 0) continue;
    const holder = Buffer.isBuffer(record)
      ? await holderOf(host, record.toString('utf8'))
      : isPermissionDenied(record)
        ? await describeOtherUsersRun(host, status.uid)
        : undefined;
    if (holder !== undefined) return holder;
  }
  return undefined;
}

async function holderOf(host: Pick<Host, 'files'>, record: string): Promise<string | undefined> {
  const owner = parseOwner(record);
  const processes = await remoteProcesses(host);
  if (owner !== undefined && processes.status(owner.pid)?.started === owner.started) return owner.owner;
  const left = findRemainingProcesses(record, processes);
  return left && `${left.owner}; it was killed and left running: ${left.processes.join(', ')}`;
}

/** Describes a run of another user by its command line, which every user may read. */
async function describeOtherUsersRun(host: Pick<Host, 'files'>, uid: number): Promise<string | undefined> {
  const processes = await remoteProcesses(host);
  const owners = await host.files.status(processes.pids.map((pid) => `/proc/${pid}`));
  const pid = processes.pids.find((one, index) => {
    const status = owners[index];
    const isTheirs = status !== undefined && !(status instanceof Error) && status.uid === uid;
    return isTheirs && /\bglance-apply\b/.test(processes.commandLine(one));
  });
  return pid === undefined ? undefined : `process ${pid}, of ${uid === 0 ? 'root' : `the user ${uid}`}`;
}
