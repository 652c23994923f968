import { chmod, lstat, mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { foreignOnWay, foreignWithin } from '../hosts/foreign-place.js';
import { LocalFiles } from '../hosts/local/local-files.js';

/** A folder that nobody else can have put something into: what lies in it is run. */
export interface PrivateDirectory {
  readonly path: string;
  /** It outlives this process. */
  readonly isPersistent: boolean;
}

/**
 * Where bundled manifests may be kept, best first: below `$XDG_CACHE_HOME`, or else `~/.cache`, unless that belongs to
 * somebody else or others can change it; then temporary ones for this process alone, on disks and in memory. Each is
 * made when it is asked for: a cache is worth nothing that keeps a manifest from being loaded because its disk is full.
 */
export async function* cacheDirectories(
  environment: NodeJS.ProcessEnv = process.env,
): AsyncGenerator<PrivateDirectory> {
  const path = findCachePath(environment);
  if (path !== undefined && (await makePrivate(path))) yield { path, isPersistent: true };
  for (const folder of new Set([tmpdir(), '/dev/shm', '/run', '/var/tmp'])) {
    const made = await mkdtemp(join(folder, 'glance-apply-')).catch(() => undefined);
    if (made === undefined) continue;
    if ((await foreignOnWay(new LocalFiles(), made)) === undefined) yield { path: made, isPersistent: false };
    else await rmdir(made);
  }
}

function findCachePath({ XDG_CACHE_HOME }: NodeJS.ProcessEnv): string | undefined {
  // The specification has a relative path ignored.
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
    // Nothing is made either where others could decide what becomes of it.
    if ((await foreignOnWay(files, path)) !== undefined) return false;
    await mkdir(path, { recursive: true, mode: 0o700 });
    const status = await lstat(path);
    if (!status.isDirectory() || !isOwn(status.uid)) return false;
    if ((status.mode & 0o077) !== 0) await chmod(path, 0o700);
    return (await foreignWithin(files, path)) === undefined;
  } catch {
    return false;
  }
}

/** Whether a file with this owner was written by the user who runs this. */
export function isOwn(uid: number): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}
