import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { DiagnosticCode } from '../errors/codes/index.js';
import { codeOf } from '../errors/error-code.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/** Enough for a hundred thousand keys; larger files are unlikely to be data. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What a file is in messages, and the codes of its problems. */
export interface TextFileKind {
  /** A noun, as in `this data file is too large`. */
  readonly noun: string;
  readonly unreadable: DiagnosticCode;
  readonly tooLarge: DiagnosticCode;
  /** What to do about a file that is too large. */
  readonly remedy: string;
}

/**
 * Reads a text file that people write, without its byte order mark.
 * @returns undefined if it does not exist.
 * @throws {GlanceApplyError} if it cannot be read, is too large, or is not UTF-8.
 */
export function readTextFile(file: string, kind: TextFileKind): string | undefined {
  const bytes = readBytes(file, kind);
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) {
    return raise(kind.unreadable, `this ${kind.noun} is not valid UTF-8`, { location: { file, line: 1 } });
  }
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function readBytes(file: string, { noun, unreadable, tooLarge, remedy }: TextFileKind): Buffer | undefined {
  const location = { file, line: 1 };
  let descriptor: number | undefined;
  try {
    // Opening a pipe would block until a process writes to it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return raise(unreadable, `this ${noun} is not a regular file`, { location });
    if (status.size > MAX_BYTES) {
      const size = Math.round(status.size / 1024 / 1024);
      return raise(
        tooLarge,
        `this ${noun} has ${size} MiB, more than the limit of ${MAX_BYTES / 1024 / 1024} MiB`,
        { location, hint: remedy },
      );
    }
    return readFileSync(descriptor);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === undefined) throw error;
    return raise(unreadable, `this ${noun} cannot be read: ${messageOf(error)}`, { location });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
