import { Readable } from 'node:stream';
import type { FileStream, PathOptions } from '../../host-files.js';
import { isNotFound, toHostError } from '../../system-error.js';
import { toFileStatus } from './examined-entry.js';
import { find } from './read-contents.js';
import { call, executeIn, type Remote, workOn } from './remote-step.js';

/** The number of bytes in one request. */
const PIECE = 1024 * 1024;

/**
 * Opens a file in order to read it in pieces; undefined if it does not exist. Each piece is a request, so that nothing
 * is sent that is not read; the next one is under way while a piece is worked on.
 */
export function streamRemoteFile(
  remote: Remote,
  path: string,
  options: PathOptions | undefined,
): Promise<FileStream | undefined> {
  return workOn(
    remote,
    'read',
    path,
    options,
    (walk) => {
      try {
        return find(walk, path);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    (found) => {
      if (found === undefined) return undefined;
      const { entry, status } = found;
      const fetch = async (first: number) => {
        const piece = call('piece', entry.name, status.identity, first, PIECE);
        return (await executeIn(remote, entry.directory, [piece])).output;
      };
      const isUnchanged = async () => {
        const now = await workOn(
          remote,
          'read',
          path,
          options,
          (walk) => find(walk, path),
          (again) => again,
        );
        return (
          now?.status.identity === status.identity &&
          now.status.size === status.size &&
          now.status.modified === status.modified
        );
      };
      return {
        status: toFileStatus(status),
        content: readPieces(path, fetch),
        unchanged: () => isUnchanged().catch(() => false),
      };
    },
  );
}

function readPieces(path: string, fetch: (first: number) => Promise<Buffer>): Readable {
  let first = 1;
  let next: Promise<Buffer> | undefined;
  const fetchNext = () => {
    const piece = fetch(first);
    // Reported when the piece is read.
    piece.catch(() => undefined);
    first += PIECE;
    return piece;
  };
  return new Readable({
    highWaterMark: PIECE,
    read() {
      const piece = next ?? fetchNext();
      next = undefined;
      piece.then(
        (bytes) => {
          if (bytes.length === PIECE) next = fetchNext();
          if (bytes.length > 0) this.push(bytes);
          if (bytes.length < PIECE) this.push(null);
        },
        (error: unknown) => this.destroy(toHostError('read', path, error)),
      );
    },
  });
}
