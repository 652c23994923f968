import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { parseOwner } from './lock-record.js';
import { processStatus } from './process-table.js';
import { findRemainingProcesses } from './remaining-processes.js';

/**
 * Describes the holder of a lock file without acquiring the lock: an apply that starts at the same moment must not find
 * it locked. Also works for users who are not allowed to read the file, with what they can see.
 */
export function lockHolder(path: string): string | undefined {
  const file = statSync(path, { throwIfNoEntry: false });
  // A run that has ended leaves the file empty; if it is not a regular file, an apply will refuse to lock it.
  if (file === undefined || file.size === 0 || !file.isFile()) return undefined;
  const record = read(path);
  if (record === undefined) return describeOtherUsersRun(file);
  const owner = parseOwner(record);
  if (owner !== undefined && processStatus(owner.pid)?.started === owner.started) return owner.owner;
  const left = findRemainingProcesses(record);
  return (
    left && `${left.owner}; it was killed, and its commands are still running: ${left.processes.join(', ')}`
  );
}

/** Describes a run of another user by its command line, which every user may read. */
function describeOtherUsersRun({ uid }: Stats): string | undefined {
  const pid = readdirSync('/proc').find(
    (name) =>
      /^\d+$/.test(name) &&
      statSync(`/proc/${name}`, { throwIfNoEntry: false })?.uid === uid &&
      /\bglance-apply\b/.test(read(`/proc/${name}/cmdline`) ?? ''),
  );
  return pid === undefined ? undefined : `process ${pid}, of ${uid === 0 ? 'root' : `the user ${uid}`}`;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
