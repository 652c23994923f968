import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs';
import type { Host } from '../../host.js';
import { HostError } from '../../host-error.js';
import { codeOf, throwHostError, toHostError } from '../../system-error.js';
import { withLaunch } from '../launch.js';

/** Any user who can open the file can lock it, so no other user is allowed to open it. */
const MODE = 0o600;
const FLAGS =
  constants.O_RDWR |
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_NOFOLLOW |
  constants.O_NONBLOCK |
  constants.O_NOCTTY;

/**
 * The descriptor number of the file in `flock`, and the exit status of `flock` if another process has locked the file.
 */
const DESCRIPTOR = 3;
const HELD = 1;

/**
 * Opens a file and locks it; undefined if another process has locked it. The lock belongs to the open file, whichever
 * process acquired it: `flock` acquires it and exits, and the kernel releases it when this process ends, for whatever
 * reason.
 */
export async function openLocked(host: Host, path: string): Promise<number | undefined> {
  for (;;) {
    const descriptor = open(path);
    try {
      const locked = await flock(host, path, descriptor);
      // Otherwise another process has removed the file in the meantime, and locked a new one in its place.
      if (!locked || isSameFile(path, descriptor)) return locked ? descriptor : close(descriptor);
    } catch (error) {
      close(descriptor);
      throw error;
    }
    close(descriptor);
  }
}

/** Returns whether a path still leads to the open file. */
export function isSameFile(path: string, descriptor: number): boolean {
  const then = fstatSync(descriptor);
  try {
    const now = statSync(path);
    return now.ino === then.ino && now.dev === then.dev;
  } catch {
    return false;
  }
}

function open(path: string): number {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, FLAGS, MODE);
    const status = fstatSync(descriptor);
    if (!status.isFile()) throwHostError('lock', path, 'ENOTSUP');
    const { uid } = status;
    if (uid === (process.geteuid?.() ?? uid)) return descriptor;
    throw new HostError(`cannot lock ${path}: the file belongs to the user ${uid}; remove it`, 'EPERM', path);
  } catch (error) {
    close(descriptor);
    throw toHostError('lock', path, error);
  }
}

async function flock(host: Host, path: string, descriptor: number): Promise<boolean> {
  let output = '';
  const wait = await withLaunch(host, { argv: ['flock', '-n', String(DESCRIPTOR)] }, (launch) => {
    if ('failure' in launch) return refuseWithoutTool(path, launch.failure);
    const child = spawn(launch.program, launch.args, {
      ...launch.options,
      stdio: ['ignore', 'ignore', 'pipe', descriptor],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    const closed = once(child, 'close');
    return () => closed;
  });
  const [status] = await wait().catch((error: unknown) => refuseWithoutTool(path, codeOf(error)));
  if (status === 0 || status === HELD) return status === 0;
  throw new HostError(
    `cannot lock ${path}: ${output.trim() || `flock ended with ${status}`}`,
    undefined,
    path,
  );
}

function refuseWithoutTool(path: string, code: string | undefined): never {
  const reason =
    code === 'ENOENT' ? 'flock is not installed; install util-linux' : `flock cannot be started (${code})`;
  throw new HostError(`cannot lock ${path}: ${reason}`, code, path);
}

function close(descriptor: number | undefined): undefined {
  if (descriptor !== undefined) closeSync(descriptor);
}
