import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import type { RealFile } from '../host-files.js';
import { codeOf, refusal, refuse } from '../refusal.js';

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Resolves a path of this machine; a refusal is a value. */
export function realFile(path: string): RealFile | Error {
  try {
    const entry = realEntry(path);
    const real = endOf(path) ?? entry;
    const stats = lstatSync(real, { throwIfNoEntry: false });
    const shared = stats?.isFile() && stats.nlink > 1 ? `${stats.dev}:${stats.ino}` : undefined;
    return { path: real, entry, shared };
  } catch (error) {
    return refusal('resolve', path, error);
  }
}

/** Where the links at the end lead; undefined where they lead to themselves, or below a file. */
function endOf(path: string): string | undefined {
  try {
    return realPath(path, MOST_LINKS);
  } catch (error) {
    if (['ELOOP', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Where a path leads in the end, also where nothing is there yet. */
function realPath(path: string, links: number): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const entry = join(realPath(dirname(path), links), basename(path));
  const stats = lstatSync(entry, { throwIfNoEntry: false });
  if (!stats?.isSymbolicLink()) return entry;
  if (links === 0) refuse('follow', path, 'ELOOP');
  const target = readlinkSync(entry);
  // Not normalised: where a directory is a link itself, '..' leads elsewhere than it seems.
  return realPath(target.startsWith('/') ? target : `${dirname(entry)}/${target}`, links - 1);
}

/** The name itself in the real path of its directory. */
function realEntry(path: string): string {
  const name = basename(path);
  if (['', '.', '..'].includes(name)) return realPath(path, MOST_LINKS);
  return join(realPath(dirname(path), MOST_LINKS), name);
}
