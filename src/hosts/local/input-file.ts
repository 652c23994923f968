import { closeSync, constants, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../system-error.js';
import { temporaryName } from '../temporary-name.js';

/** In memory if there is room for it, else on a disk. */
export const SCRATCH_DIRECTORIES = ['/dev/shm', '/run', '/tmp', '/var/tmp'];

/**
 * A file without a name (`O_TMPFILE`, for which Node has no constant): it is deleted when it is no longer open
 * anywhere.
 */
const NAMELESS = 0o20000000 | constants.O_DIRECTORY;

/** Error codes of kernels and file systems that do not support such files. */
const UNKNOWN = ['EOPNOTSUPP', 'ENOTSUP', 'EISDIR', 'EINVAL'];

/**
 * Opens a complete file with this content, for the standard input of a command; the caller closes it once the command
 * has started. A pipe would end in the middle if the run is killed, and some tools mistake that for the whole input:
 * `crontab -` replaces a table with its first half. The file has no name while it has content, so that no secret is
 * left behind.
 */
export function inputFile(
  content: string | Buffer,
  directories: readonly string[] = SCRATCH_DIRECTORIES,
): number {
  let refusal: unknown;
  for (const directory of directories) {
    let descriptor: number | undefined;
    try {
      descriptor = openNameless(directory);
      writeWhole(descriptor, Buffer.from(content));
      return descriptor;
    } catch (error) {
      if (descriptor !== undefined) closeSync(descriptor);
      refusal ??= error;
    }
  }
  throw refusal;
}

function openNameless(directory: string): number {
  try {
    return openSync(directory, constants.O_RDWR | NAMELESS, 0o600);
  } catch (error) {
    if (UNKNOWN.includes(codeOf(error) ?? '')) return openUnlinked(directory);
    throw error;
  }
}

/** Opens a file whose name is removed immediately. */
export function openUnlinked(directory: string): number {
  const path = temporaryName(join(directory, 'input'));
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return descriptor;
}

/**
 * Writes at explicit positions: the command starts reading at the current file offset, which it shares with this
 * process.
 */
function writeWhole(descriptor: number, content: Buffer): void {
  for (let at = 0; at < content.length; ) {
    at += writeSync(descriptor, content, at, content.length - at, at);
  }
}
