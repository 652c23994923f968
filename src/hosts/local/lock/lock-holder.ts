import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { parseOwner } from './lock-record.js';
import { processStatus } from './process-status.js';
import { findRemainingProcesses } from './remaining-processes.js';

/**
 * What holds a lock file, without touching the lock: an apply that begins at this moment must not find it held. Says
 * what can be seen by a user who may not read the file, too.
 */
export function lockHolder(path: string): string | undefined {
  const file = statSync(path, { throwIfNoEntry: false });
  // A run that has ended leaves it empty; what is no file, an apply will refuse to lock.
  if (file === undefined || file.size === 0 || !file.isFile()) return undefined;
  const record = read(path);
  if (record === undefined) return describeOtherUsersRun(file);
  const owner = parseOwner(record);
  if (owner !== undefined && processStatus(owner.pid)?.started === owner.started) return owner.owner;
  const left = findRemainingProcesses(record);
  return left && `${left.owner}; it was killed and left running: ${left.processes.join(', ')}`;
}

/** A run of another user, by its command line, which everybody may read. */
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
