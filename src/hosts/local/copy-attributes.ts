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
export function copyAttributes(path: string, from: FileHandle, to: FileHandle): Promise<void> {
  return copyWithTool(path, ['--preserve=mode,xattr'], [from.fd, to.fd]);
}

/**
 * Has `cp` copy no content, but what its options say, from one open file to another.
 * @param end what stands behind the names of both, such as `/.` of directories
 */
export async function copyWithTool(
  path: string,
  options: readonly string[],
  [from, to]: readonly [from: number, to: number],
  end = '',
): Promise<void> {
  const argv = ['--attributes-only', ...options, `/proc/self/fd/3${end}`, `/proc/self/fd/4${end}`];
  const child = spawn(CP, argv, {
    stdio: ['ignore', 'ignore', 'pipe', from, to],
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
    `cannot write ${path}: its access control list and extended attributes cannot be set (${reason})`,
    undefined,
    path,
  );
}
