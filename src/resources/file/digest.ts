import type { Readable } from 'node:stream';
import type { HostFiles } from '../../hosts/host-files.js';
import { type ChecksumType, startHash } from './checksum.js';

/** The checksum of what a stream brings, in hexadecimal digits, without ever holding it in memory as a whole. */
export async function computeDigest(
  content: Readable,
  type: ChecksumType,
  length = Number.POSITIVE_INFINITY,
): Promise<string> {
  const hash = startHash(type);
  let left = length;
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece.subarray(0, left));
    left -= piece.length;
    if (left <= 0) break;
  }
  return hash.digest('hex');
}

/** The checksum of a file; undefined where there is none. */
export async function computeFileDigest(
  files: HostFiles,
  path: string,
  type: ChecksumType,
): Promise<string | undefined> {
  const stream = await files.stream(path);
  return stream === undefined ? undefined : computeDigest(stream.content, type);
}
