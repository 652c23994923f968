import { spawn } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { HostError } from '../host-error.js';

/** Node has no call for access control lists and extended attributes; coreutils has them on every distribution. */
const CP = '/bin/cp';

/** What a `cp` says that is not coreutils' own and has no such options. */
const OTHER_CP = /unrecognized option|invalid option/;

/**
 * Gives a file the mode, the access control list and the extended attributes (a security context and file
 * capabilities among them) of another. Both are handed over as open files, so that nobody can put a link in between.
 * Where the host has no `cp` of coreutils, only the mode is copied, by whoever calls this.
 */
export async function copyAttributes(path: string, from: FileHandle, to: FileHandle): Promise<void> {
  const argv = ['--attributes-only', '--preserve=mode,xattr', '/proc/self/fd/3', '/proc/self/fd/4'];
  const child = spawn(CP, argv, {
    stdio: ['ignore', 'ignore', 'pipe', from.fd, to.fd],
    env: { LC_ALL: 'C' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(0) : reject(error),
    );
    child.once('close', resolve);
  });
  if (status === 0 || OTHER_CP.test(said)) return;
  const reason = said.trim().split('\n').at(-1) ?? '';
  throw new HostError(
    `cannot write ${path}: its access control list and extended attributes cannot be kept (${reason})`,
    undefined,
    path,
  );
}
