import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, unlink } from 'node:fs/promises';
import { HostError } from '../host-error.js';
import type { Access } from '../host-files.js';
import { copyName } from '../temporary-name.js';

/** Bytes that are copied at once. */
const CHUNK = 1024 * 1024;

/**
 * Writes new content into a file that cannot be replaced because something is mounted on its name, as on a
 * container's /etc/hosts. A reader may see a part. A copy of the old content is beside it meanwhile, is put back where
 * the writing fails, and stays where even that fails or the machine dies.
 * @param source the file with the new content
 */
export async function overwrite(path: string, source: string, access: Access): Promise<void> {
  const copy = copyName(path);
  await copyFile(path, copy, constants.COPYFILE_EXCL);
  const target = await open(path, constants.O_RDWR | constants.O_NOFOLLOW);
  const fresh = await open(source, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const kept = await open(copy, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      await kept.sync();
      await pour(fresh, target).catch(async (error: unknown) => {
        await pour(kept, target).catch(() => {
          throw new HostError(
            `cannot write ${path}, which may be damaged; its old content is in ${copy}`,
            undefined,
            path,
            {
              cause: error,
            },
          );
        });
        await unlink(copy);
        throw error;
      });
    } finally {
      await kept.close();
    }
    await unlink(copy);
    const { uid, gid } = await target.stat();
    await target.chown(access.uid ?? uid, access.gid ?? gid);
    if (access.mode !== undefined) await target.chmod(access.mode);
  } finally {
    await fresh.close();
    await target.close();
  }
}

/** Makes one open file hold what another one holds. */
async function pour(from: FileHandle, to: FileHandle): Promise<void> {
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
