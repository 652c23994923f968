import { open } from 'node:fs/promises';
import type { Access } from '../../../src/hosts/host-files.js';
import { overwrite } from '../../../src/hosts/local/overwrite.js';
import { PathWalk } from '../../../src/hosts/local/paths/path-walk.js';

/** Overwrites a file in place that is reached as all files are. */
export async function overwriteFile(path: string, source: string, access: Access): Promise<void> {
  const walk = new PathWalk();
  const file = await open(source, 'r');
  try {
    await overwrite(walk.entry(path), file, access);
  } finally {
    await file.close();
    walk.close();
  }
}
