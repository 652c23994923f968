import { posix } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import type { HostFiles } from '../../hosts/host-files.js';
import { describeUntrusted, findFirstUntrusted } from '../../hosts/untrusted-path.js';
import { makeDirectories } from './make-directories.js';

/** The content of a file to back up. */
interface Copy {
  readonly path: string;
  readonly content: Buffer;
  /** The SHA-256 of the content in hexadecimal. */
  readonly checksum: string;
}

/** Returns why a filebucket is not safe for backups; undefined if no other user can read or replace its files. */
export async function describeForeignBucket(
  files: HostFiles,
  ...paths: string[]
): Promise<string | undefined> {
  const untrusted = await findFirstUntrusted(files, paths);
  if (untrusted === undefined) return undefined;
  return `cannot store backups where other users could read or replace them: ${await describeUntrusted(untrusted, files)}`;
}

/**
 * Stores a backup in a directory with the layout of Puppet's filebuckets: `puppet filebucket restore --local` reads it.
 * A backup that exists already is not written again.
 * @throws {GlanceApplyError} `bucket.foreign`, if other users could read or replace it.
 */
export async function storeInBucket(files: HostFiles, bucket: string, copy: Copy): Promise<void> {
  const { path, content, checksum } = copy;
  const folder = posix.join(bucket, ...checksum.slice(0, 8), checksum);
  const contents = posix.join(folder, 'contents');
  const paths = posix.join(folder, 'paths');
  const refuse = async () => {
    const reason = await describeForeignBucket(files, contents, paths);
    if (reason !== undefined) raise('bucket.foreign', reason);
  };
  await refuse();
  await makeDirectories(files, folder, 0o700);
  // In a directory such as /tmp, another user may have created it first.
  await refuse();
  const [known, names] = await files.read([contents, paths]);
  if (!Buffer.isBuffer(known) || !known.equals(content))
    await files.write(contents, content, { mode: 0o600 });
  const before = Buffer.isBuffer(names) ? names.toString('utf8') : '';
  if (!before.split('\n').includes(path)) await files.append(paths, `${path}\n`);
}
