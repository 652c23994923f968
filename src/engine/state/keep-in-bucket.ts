import { posix } from 'node:path';
import type { HostFiles } from '../../hosts/host-files.js';
import { makeDirectories } from './make-directories.js';

/** A copy, and what it is of. */
interface Copy {
  readonly path: string;
  readonly content: Buffer;
  /** The SHA-256 of the content, in hexadecimal digits. */
  readonly checksum: string;
}

/**
 * Keeps a copy in a directory that is laid out as Puppet's filebuckets are: `puppet filebucket restore --local` reads it.
 * A copy that is there already is not written again.
 */
export async function keepInBucket(files: HostFiles, bucket: string, copy: Copy): Promise<void> {
  const { path, content, checksum } = copy;
  const folder = posix.join(bucket, ...checksum.slice(0, 8), checksum);
  await makeDirectories(files, folder, 0o700);
  const contents = posix.join(folder, 'contents');
  const paths = posix.join(folder, 'paths');
  const [known, names] = await files.read([contents, paths]);
  if (!Buffer.isBuffer(known) || !known.equals(content))
    await files.write(contents, content, { mode: 0o600 });
  const before = Buffer.isBuffer(names) ? names.toString('utf8') : '';
  if (!before.split('\n').includes(path)) await files.append(paths, `${path}\n`);
}
