import type { PathOptions } from '../../host-files.js';
import { refuseOddNames } from '../../paths/odd-names.js';
import { isNotFound, throwHostError } from '../../system-error.js';
import { call, executeIn, type Remote, workOn } from './remote-step.js';
import type { ExaminedDirectory, RemoteWalk } from './remote-walk.js';

/** Lists the names in a directory, sorted; undefined if it does not exist. */
export function listRemoteDirectory(
  remote: Remote,
  path: string,
  options: PathOptions | undefined,
): Promise<string[] | undefined> {
  return workOn(
    remote,
    'list',
    path,
    options,
    (walk) => findDirectory(walk, path),
    async (directory) => {
      if (directory === undefined) return undefined;
      const names = await listNames(remote, directory);
      refuseOddNames(path, names);
      return names.map((name) => name.toString('utf8')).sort();
    },
  );
}

/** Returns the names in a directory that was examined, as bytes. */
export async function listNames(remote: Remote, directory: ExaminedDirectory): Promise<Buffer[]> {
  const { output } = await executeIn(remote, directory, [call('names')]);
  const names: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start);
    names.push(output.subarray(start, end));
    start = end + 1;
  }
  return names;
}

function findDirectory(walk: RemoteWalk, path: string): ExaminedDirectory | undefined {
  try {
    return walk.directory(path);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  // Nothing exists below a file; the file itself is not a directory.
  let exists: boolean;
  try {
    exists = walk.status(walk.entry(path)) !== undefined;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
  return exists ? throwHostError('list', path, 'ENOTDIR') : undefined;
}
