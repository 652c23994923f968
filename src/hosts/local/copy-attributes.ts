import { spawn } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { HostError } from '../host-error.js';

/** Node has no API for access control lists and extended attributes; every distribution has coreutils, which does. */
const CP = '/bin/cp';

/** Matches the output of a `cp` that is not from coreutils and lacks these options. */
const OTHER_CP = /unrecognized option|invalid option/;

/**
 * Copies the mode, the access control list and the extended attributes (including a security context and file
 * capabilities) from one file to another. Both are passed as open files, so that no link can be inserted in between. If
 * the host has no `cp` from coreutils, this copies nothing, and the caller copies only the mode.
 */
export function copyAttributes(path: string, from: FileHandle, to: FileHandle): Promise<void> {
  return copyWithTool(path, ['--preserve=mode,xattr'], [from.fd, to.fd]);
}

/**
 * Has `cp` copy only what its options name, and no content, from one open file to another.
 * @param end The suffix of both names, such as `/.` for directories.
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
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(0) : reject(error),
    );
    child.once('close', resolve);
  });
  if (status === 0 || OTHER_CP.test(output)) return;
  const reason = output.trim().split('\n').at(-1) ?? '';
  throw new HostError(
    `cannot write ${path}: its access control list and extended attributes cannot be set (${reason})`,
    undefined,
    path,
  );
}
