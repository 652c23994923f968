import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder that nobody else can have put something into: what lies in it is run. */
export interface PrivateDirectory {
  readonly path: string;
  /** It outlives this process. */
  readonly lasting: boolean;
}

/**
 * The folder for bundled manifests: below `$XDG_CACHE_HOME`, or else `~/.cache`. Where that cannot be written, or
 * belongs to somebody else, a temporary one for this process alone.
 */
export async function cacheDirectory(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<PrivateDirectory> {
  const path = lastingPath(environment);
  if (path !== undefined && (await isOurs(path))) return { path, lasting: true };
  return { path: await mkdtemp(join(tmpdir(), 'glance-apply-')), lasting: false };
}

function lastingPath({ XDG_CACHE_HOME }: NodeJS.ProcessEnv): string | undefined {
  // The specification has a relative path ignored.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'glance-apply');
  try {
    return join(homedir(), '.cache', 'glance-apply');
  } catch {
    // A user without an entry in the account database, as in some containers.
    return undefined;
  }
}

async function isOurs(path: string): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const status = await lstat(path);
    if (!status.isDirectory() || !isOwn(status.uid)) return false;
    if ((status.mode & 0o077) !== 0) await chmod(path, 0o700);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file with this owner was written by the user who runs this. */
export function isOwn(uid: number): boolean {
  return process.geteuid === undefined || uid === process.geteuid();
}
