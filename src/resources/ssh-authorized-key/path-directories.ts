import { dirname, join } from 'node:path/posix';
import { raise } from '../../errors/glance-apply-error.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { MAX_LINKS } from '../../hosts/max-links.js';

/** A directory that a path leads through; undefined as status where it is not there. */
export interface PathDirectory {
  readonly path: string;
  readonly status: FileStatus | undefined;
}

/**
 * All directories in which the system looks while it follows a path to a file: those that links lead through as well,
 * because whoever can write to one of them decides where the path ends.
 */
export async function readPathDirectories(files: HostFiles, path: string): Promise<PathDirectory[]> {
  const places: PathDirectory[] = [];
  const look = async (at: string): Promise<FileStatus | undefined> => {
    const [status] = await files.status([at]);
    if (status instanceof Error) throw status;
    return status;
  };
  const names = path.split('/');
  let directory = '/';
  places.push({ path: directory, status: await look(directory) });
  for (let links = 0; names.length > 0; ) {
    const name = names.shift() as string;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      directory = dirname(directory);
      continue;
    }
    const at = join(directory, name);
    const status = await look(at);
    if (status?.target !== undefined) {
      links += 1;
      if (links > MAX_LINKS) raise('ssh_authorized_key.file', `${path} leads through too many links`);
      names.unshift(...status.target.split('/'));
      if (status.target.startsWith('/')) directory = '/';
    } else if (names.length > 0) {
      directory = at;
      places.push({ path: at, status });
      if (status === undefined) break;
    }
  }
  return places;
}
