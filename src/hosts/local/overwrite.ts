import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { posix } from 'node:path';
import { HostError } from '../host-error.js';
import type { Access } from '../host-files.js';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { refuseHardLinkedFile } from '../paths/hard-linked-file.js';
import { copyName } from '../temporary-name.js';
import { toProcPath } from './paths/open-directory.js';

/** The number of bytes that are copied at a time. */
const CHUNK = 1024 * 1024;

/**
 * Writes new content into a file that cannot be replaced because something is mounted on its name, as on /etc/hosts of
 * a container. A reader may see a part of the content. Meanwhile, a copy of the old content is beside the file. It is
 * written back if writing fails, and remains if even that fails or the machine crashes.
 * @param source The file with the new content, which is open: its name may belong to another file by now.
 */
export async function overwrite(entry: DirectoryEntry, source: FileHandle, access: Access): Promise<void> {
  // First, because a copy would be of no use if the file cannot be written.
  const target = await open(
    entry.procPath,
    constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY,
  );
  try {
    const fresh = await open(toProcPath(source.fd), constants.O_RDONLY);
    try {
      await replaceContent(entry, target, fresh, access);
    } finally {
      await fresh.close();
    }
  } finally {
    await target.close();
  }
}

async function replaceContent(
  entry: DirectoryEntry,
  target: FileHandle,
  fresh: FileHandle,
  access: Access,
): Promise<void> {
  const before = await target.stat();
  refuseHardLinkedFile('write', entry, before);
  const copy = copyName(entry.name);
  const at = `${entry.directory.procPath}/${copy}`;
  const kept = await open(at, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await copyContent(target, kept);
    // Users who must not read the new content must not see it being written: permissions are removed before, and
    // granted after.
    if (access.mode !== undefined) await target.chmod(before.mode & access.mode);
    await copyContent(fresh, target);
  } catch (error) {
    await restoreContent(kept, target, before.mode & 0o7777).catch(() => {
      const message = `cannot write ${entry.path}, which may be damaged; its old content is in ${posix.join(entry.directory.path, copy)}`;
      throw new HostError(message, undefined, entry.path, { cause: error });
    });
    await unlink(at);
    throw error;
  } finally {
    await kept.close();
  }
  await unlink(at);
  await target.chown(access.uid ?? before.uid, access.gid ?? before.gid);
  if (access.mode !== undefined) await target.chmod(access.mode);
}

async function restoreContent(kept: FileHandle, target: FileHandle, mode: number): Promise<void> {
  await copyContent(kept, target);
  await target.chmod(mode);
}

/** Replaces the content of one open file with that of another one. */
async function copyContent(from: FileHandle, to: FileHandle): Promise<void> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let position = 0;
  for (;;) {
    const { bytesRead } = await from.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    for (let written = 0; written < bytesRead; ) {
      written += (await to.write(chunk, written, bytesRead - written, position + written)).bytesWritten;
    }
    position += bytesRead;
  }
  await to.truncate(position);
  await to.sync();
}
