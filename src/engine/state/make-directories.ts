import { HostError } from '../../hosts/host-error.js';
import type { HostFiles } from '../../hosts/host-files.js';

/**
 * Creates a directory for its owner alone, and the missing directories above it.
 * @param above The mode of the directories above it.
 */
export async function makeDirectories(files: HostFiles, path: string, above: number): Promise<void> {
  const names = path.split('/').filter(Boolean);
  const all = names.map((_name, index) => `/${names.slice(0, index + 1).join('/')}`);
  const found = await files.status(all);
  for (const [index, one] of all.entries()) {
    if (found[index] !== undefined) continue;
    try {
      await files.makeDirectory(one, { mode: index === all.length - 1 ? 0o700 : above });
    } catch (error) {
      // Another process has created it in the meantime.
      if (!(error instanceof HostError && error.code === 'EEXIST')) throw error;
    }
  }
}
