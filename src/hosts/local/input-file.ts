import { closeSync, constants, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../system-error.js';
import { temporaryName } from '../temporary-name.js';

/** In memory where there is room for it, else on a disk. */
export const SCRATCH_DIRECTORIES = ['/dev/shm', '/run', '/tmp', '/var/tmp'];

/** A file without a name (`O_TMPFILE`, for which Node has no constant): it goes with the last who has it open. */
const NAMELESS = 0o20000000 | constants.O_DIRECTORY;

/** How a kernel or a file system says that it has no such files. */
const UNKNOWN = ['EOPNOTSUPP', 'ENOTSUP', 'EISDIR', 'EINVAL'];

/**
 * Opens a finished file with this content, to be the standard input of a command, and closed once that has been
 * started. A pipe would end in the middle where the run is killed, and there are tools that take that for all of it:
 * `crontab -` replaces a table with its first half. The file has no name while there is something in it, so that no
 * secret stays behind.
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

/** Opens a file whose name is removed at once. */
export function openUnlinked(directory: string): number {
  const path = temporaryName(join(directory, 'input'));
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return descriptor;
}

/** At positions: the command begins to read where this process has left the file. */
function writeWhole(descriptor: number, content: Buffer): void {
  for (let at = 0; at < content.length; ) {
    at += writeSync(descriptor, content, at, content.length - at, at);
  }
}
