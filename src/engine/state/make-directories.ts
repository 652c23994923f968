import { HostError } from '../../hosts/host-error.js';
import type { HostFiles } from '../../hosts/host-files.js';

/** Makes a directory for its owner alone, and those above it, where they are missing, with a mode of their own. */
export async function makeDirectories(files: HostFiles, path: string, above: number): Promise<void> {
  const names = path.split('/').filter(Boolean);
  const all = names.map((_name, index) => `/${names.slice(0, index + 1).join('/')}`);
  const found = await files.status(all);
  for (const [index, one] of all.entries()) {
    if (found[index] !== undefined) continue;
    try {
      await files.makeDirectory(one, { mode: index === all.length - 1 ? 0o700 : above });
    } catch (error) {
      // Somebody who needs the same one has made it meanwhile.
      if (!(error instanceof HostError && error.code === 'EEXIST')) throw error;
    }
  }
}
