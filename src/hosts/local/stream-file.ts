import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileStream } from '../host-files.js';
import { codeOf, refuse } from '../refusal.js';

/** Opens a file of this machine to be read piece by piece; undefined where there is none. */
export async function streamFile(path: string): Promise<FileStream | undefined> {
  const handle = await open(path, 'r').catch((error: unknown) => {
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
    content: handle.createReadStream(),
    unchanged: () =>
      stat(path).then(
        (now) => isSame(now, opened),
        () => false,
      ),
  };
}

function isSame(now: Stats, then: Stats): boolean {
  return now.ino === then.ino && now.size === then.size && now.mtimeMs === then.mtimeMs;
}
