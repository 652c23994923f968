import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from '../host-error.js';
import { codeOf } from '../system-error.js';

/** The files that useradd and the other tools of shadow-utils edit under such locks. */
const LOCKED = ['passwd', 'shadow', 'group', 'gshadow', 'subuid', 'subgid'].map((name) => `/etc/${name}`);

/** How long the tools wait for each other, in milliseconds. */
const PATIENCE = 15_000;

/** The time between two attempts, in milliseconds. */
const PAUSE = 20;

/** Returns whether the system's own tools lock a file with a lock file beside it. */
export function hasLockFile(path: string): boolean {
  return LOCKED.includes(path);
}

/**
 * Acquires the lock file of an account file, as the tools of shadow-utils do: `/etc/passwd.lock` contains the ID of the
 * process that holds it, and is created with this content in one step. If that process no longer exists, the lock does
 * not count.
 * @returns the function that releases it.
 */
export async function lockAccountFile(path: string, patience = PATIENCE): Promise<() => void> {
  const lock = `${path}.lock`;
  const own = `${path}.${process.pid}`;
  const end = Date.now() + patience;
  writeFileSync(own, `${process.pid}\0`, { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(own, lock)) return () => unlinkSync(lock);
      const holder = holderOf(lock);
      if (holder !== undefined && !isAlive(holder)) removeStale(lock);
      else if (Date.now() > end) {
        throw new HostError(
          `cannot edit ${path}: ${lock} is held by process ${holder ?? 'unknown'}; see what it is waiting for, and run this again`,
          'EAGAIN',
          path,
        );
      } else await sleep(PAUSE);
    }
  } finally {
    unlinkSync(own);
  }
}

function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Returns the process that holds a lock file; undefined if it has been released, or contains no process. */
function holderOf(lock: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lock, 'latin1'), 10);
    return pid > 0 ? pid : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function removeStale(lock: string): void {
  try {
    unlinkSync(lock);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
