import { HostError } from './host-error.js';
import type { HostFiles } from './host-files.js';

/**
 * Returns the real path of the file to read or edit, which need not exist yet. An existing entry that is not a file,
 * such as a device, is an error.
 */
export async function resolveFile(files: HostFiles, path: string): Promise<string> {
  const [real] = await files.resolve([path]);
  if (real instanceof Error) throw real;
  const found = real?.path ?? path;
  const [status] = await files.status([found]);
  if (status instanceof Error) throw status;
  if (status === undefined || status.kind === 'file') return found;
  if (status.kind === 'link') {
    throw new HostError(
      `cannot follow ${path}: its links lead to no file; check where they point`,
      'ELOOP',
      path,
    );
  }
  const what = status.kind === 'directory' ? 'a directory' : 'a device, a pipe or a socket';
  const where = found === path ? path : `${path} leads to ${found}, which`;
  throw new HostError(`${where} is ${what}, not a file; check the path`, undefined, path);
}
