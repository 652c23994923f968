import { dirname, join } from 'node:path/posix';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { MAX_LINKS } from '../../hosts/max-links.js';

/** A directory that a path leads through; the status is undefined if it does not exist. */
export interface PathDirectory {
  readonly path: string;
  readonly status: FileStatus | undefined;
}

/**
 * Reads all directories that the system traverses from a path to a file, including those that links lead through, because
 * users who can write to one of them can redirect the path.
 */
export async function readPathDirectories(files: HostFiles, path: string): Promise<PathDirectory[]> {
  const directories: PathDirectory[] = [];
  const readStatus = async (at: string): Promise<FileStatus | undefined> => {
    const [status] = await files.status([at]);
    if (status instanceof Error) throw status;
    return status;
  };
  const names = path.split('/');
  let directory = '/';
  directories.push({ path: directory, status: await readStatus(directory) });
  for (let links = 0; names.length > 0; ) {
    const name = ensureDefined(names.shift());
    if (name === '' || name === '.') continue;
    if (name === '..') {
      directory = dirname(directory);
      continue;
    }
    const at = join(directory, name);
    const status = await readStatus(at);
    if (status?.target !== undefined) {
      links += 1;
      if (links > MAX_LINKS) raise('ssh_authorized_key.file', `${path} leads through too many links`);
      names.unshift(...status.target.split('/'));
      if (status.target.startsWith('/')) directory = '/';
    } else if (names.length > 0) {
      directory = at;
      directories.push({ path: at, status });
      if (status === undefined) break;
    }
  }
  return directories;
}
