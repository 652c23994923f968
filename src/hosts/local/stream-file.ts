import { closeSync, fstatSync, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FileStream } from '../host-files.js';
import { isNotFound, throwHostError, toHostError } from '../system-error.js';
import { openForReading } from './open-for-reading.js';
import { toProcPath } from './paths/open-directory.js';
import type { PathWalk } from './paths/path-walk.js';
import { toFileStatus } from './stat.js';

/** The number of bytes that are read at a time. */
const PIECE = 256 * 1024;

/** Opens a file on this machine in order to read it in pieces; undefined if it does not exist. */
export async function streamFile(path: string, walk: PathWalk): Promise<FileStream | undefined> {
  let descriptor: number;
  try {
    descriptor = openForReading(path, walk);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) return throwHostError('read', path, opened.isDirectory() ? 'EISDIR' : 'ENOTSUP');
    const at = toProcPath(descriptor);
    const handle = await open(at, 'r');
    return {
      status: toFileStatus(opened, at),
      content: readPieces(handle, path),
      unchanged: () =>
        stat(path).then(
          (now) => isSame(now, opened),
          () => false,
        ),
    };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The errors of Node's own stream do not name the file: they would be mistaken for errors of the file that is written.
 */
function readPieces(handle: FileHandle, path: string): Readable {
  return new Readable({
    highWaterMark: PIECE,
    read() {
      handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null).then(
        ({ bytesRead, buffer }) => this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead)),
        (error: unknown) => this.destroy(toHostError('read', path, error)),
      );
    },
    destroy(error, done) {
      handle.close().then(
        () => done(error),
        () => done(error),
      );
    },
  });
}

function isSame(now: Stats, then: Stats): boolean {
  return now.ino === then.ino && now.size === then.size && now.mtimeMs === then.mtimeMs;
}
