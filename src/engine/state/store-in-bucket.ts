import { posix } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import type { HostFiles } from '../../hosts/host-files.js';
import { describeUntrusted, findFirstUntrusted } from '../../hosts/untrusted-path.js';
import { makeDirectories } from './make-directories.js';

/** A copy, and what it is of. */
interface Copy {
  readonly path: string;
  readonly content: Buffer;
  /** The SHA-256 of the content, in hexadecimal digits. */
  readonly checksum: string;
}

/** Why copies do not go to a directory, or to files of it; undefined where nobody else can read or exchange them. */
export async function reasonNotToKeep(files: HostFiles, ...paths: string[]): Promise<string | undefined> {
  const place = await findFirstUntrusted(files, paths);
  if (place === undefined) return undefined;
  return `no copies are kept where others could change them: ${await describeUntrusted(place, files)}`;
}

/**
 * Keeps a copy in a directory that is laid out as Puppet's filebuckets are: `puppet filebucket restore --local` reads it.
 * A copy that is there already is not written again.
 * @throws {GlanceApplyError} `bucket.foreign` where others could change what is kept.
 */
export async function storeInBucket(files: HostFiles, bucket: string, copy: Copy): Promise<void> {
  const { path, content, checksum } = copy;
  const folder = posix.join(bucket, ...checksum.slice(0, 8), checksum);
  const contents = posix.join(folder, 'contents');
  const paths = posix.join(folder, 'paths');
  const refuse = async () => {
    const reason = await reasonNotToKeep(files, contents, paths);
    if (reason !== undefined) raise('bucket.foreign', reason);
  };
  await refuse();
  await makeDirectories(files, folder, 0o700);
  // In a directory such as /tmp, somebody may have been quicker.
  await refuse();
  const [known, names] = await files.read([contents, paths]);
  if (!Buffer.isBuffer(known) || !known.equals(content))
    await files.write(contents, content, { mode: 0o600 });
  const before = Buffer.isBuffer(names) ? names.toString('utf8') : '';
  if (!before.split('\n').includes(path)) await files.append(paths, `${path}\n`);
}
