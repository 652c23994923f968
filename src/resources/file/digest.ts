import type { Readable } from 'node:stream';
import type { HostFiles } from '../../hosts/host-files.js';
import { type ChecksumType, startHash } from './checksum.js';

/** Computes the checksum of a stream, in hexadecimal digits, without holding the content in memory. */
export async function computeDigest(
  content: Readable,
  type: ChecksumType,
  length = Number.POSITIVE_INFINITY,
): Promise<string> {
  const hash = startHash(type);
  let left = length;
  for await (const piece of content) {
    hash.update(piece.subarray(0, left));
    left -= piece.length;
    if (left <= 0) break;
  }
  return hash.digest('hex');
}

/** Computes the checksum of a file; undefined if it does not exist. */
export async function computeFileDigest(
  files: HostFiles,
  path: string,
  type: ChecksumType,
): Promise<string | undefined> {
  const stream = await files.stream(path);
  return stream === undefined ? undefined : computeDigest(stream.content, type);
}
