import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FileStream } from '../host-files.js';
import { codeOf, refusal, refuse } from '../refusal.js';

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;

/** Opens a file of this machine to be read piece by piece; undefined where there is none. */
export async function streamFile(path: string): Promise<FileStream | undefined> {
  // Else opening a pipe would wait until somebody writes to it.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  const opened = await handle.stat();
  if (!opened.isFile()) {
    await handle.close();
    return refuse('read', path, opened.isDirectory() ? 'EISDIR' : 'ENOTSUP');
  }
  return {
    size: opened.size,
    content: readPieces(handle, path),
    unchanged: () =>
      stat(path).then(
        (now) => isSame(now, opened),
        () => false,
      ),
  };
}

/** Node's own stream has errors that do not name the file: they would be taken for those of what it is copied to. */
function readPieces(handle: FileHandle, path: string): Readable {
  return new Readable({
    highWaterMark: PIECE,
    read() {
      handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null).then(
        ({ bytesRead, buffer }) => this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead)),
        (error: unknown) => this.destroy(refusal('read', path, error)),
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
