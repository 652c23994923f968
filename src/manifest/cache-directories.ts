import { chmod, lstat, mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { LocalFiles } from '../hosts/local/local-files.js';
import { findUntrusted, findUntrustedWithin } from '../hosts/untrusted-path.js';

/** A folder that no other user can write to: the files in it are executed. */
export interface PrivateDirectory {
  readonly path: string;
  /** Whether it outlives this process. */
  readonly isPersistent: boolean;
}

/**
 * Yields the folders for bundled manifests, best first: below `$XDG_CACHE_HOME` or `~/.cache`, unless that folder
 * belongs to another user or other users can modify it; then temporary ones for this process only, on disks and in
 * memory. Each is created when it is requested, so that a full disk does not keep a manifest from being loaded.
 */
export async function* cacheDirectories(
  environment: NodeJS.ProcessEnv = process.env,
): AsyncGenerator<PrivateDirectory> {
  const path = findCachePath(environment);
  if (path !== undefined && (await makePrivate(path))) yield { path, isPersistent: true };
  for (const folder of new Set([tmpdir(), '/dev/shm', '/run', '/var/tmp'])) {
    const made = await mkdtemp(join(folder, 'glance-apply-')).catch(() => undefined);
    if (made === undefined) continue;
    if ((await findUntrusted(new LocalFiles(), made)) === undefined)
      yield { path: made, isPersistent: false };
    else await rmdir(made);
  }
}

function findCachePath({ XDG_CACHE_HOME }: NodeJS.ProcessEnv): string | undefined {
  // The specification says to ignore a relative path.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'glance-apply');
  try {
    return join(homedir(), '.cache', 'glance-apply');
  } catch {
    // A user without an entry in the account database, as in some containers.
    return undefined;
  }
}

async function makePrivate(path: string): Promise<boolean> {
  const files = new LocalFiles();
  try {
    // The folder is not created below one that other users can modify.
    if ((await findUntrusted(files, path)) !== undefined) return false;
    await mkdir(path, { recursive: true, mode: 0o700 });
    const status = await lstat(path);
    if (!status.isDirectory() || !isOwn(status.uid)) return false;
    if ((status.mode & 0o077) !== 0) await chmod(path, 0o700);
    return (await findUntrustedWithin(files, path)) === undefined;
  } catch {
    return false;
  }
}

/** Whether a file with this owner was written by the user who runs this. */
export function isOwn(uid: number): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}
