import { posix } from 'node:path';
import { HostError } from '../../hosts/host-error.js';
import type { HostFiles } from '../../hosts/host-files.js';

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
  await makeDirectories(files, folder);
  const contents = posix.join(folder, 'contents');
  const paths = posix.join(folder, 'paths');
  const [known, names] = await files.read([contents, paths]);
  if (!Buffer.isBuffer(known) || !known.equals(content))
    await files.write(contents, content, { mode: 0o600 });
  const before = Buffer.isBuffer(names) ? names.toString('utf8') : '';
  if (!before.split('\n').includes(path)) await files.append(paths, `${path}\n`);
}

async function makeDirectories(files: HostFiles, path: string): Promise<void> {
  const names = path.split('/').filter(Boolean);
  const all = names.map((_name, index) => `/${names.slice(0, index + 1).join('/')}`);
  const found = await files.status(all);
  for (const [index, one] of all.entries()) {
    if (found[index] !== undefined) continue;
    try {
      await files.makeDirectory(one, { mode: 0o700 });
    } catch (error) {
      // Another copy that begins with the same digits has made it meanwhile.
      if (!(error instanceof HostError && error.code === 'EEXIST')) throw error;
    }
  }
}
