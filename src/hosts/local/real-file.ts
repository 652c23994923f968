import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import type { RealFile } from '../host-files.js';
import { codeOf, refusal, refuse } from '../refusal.js';
import { settled } from './settled.js';

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Directories that were resolved, so that each is looked at once, however many files in it are asked for. */
export type KnownDirectories = Map<string, string>;

/** Resolves a path of this machine; a refusal is a value. */
export function realFile(path: string, known: KnownDirectories): RealFile | Error {
  try {
    return settled(() => resolved(path, known));
  } catch (error) {
    return refusal('resolve', path, error);
  }
}

function resolved(path: string, known: KnownDirectories): RealFile {
  const entry = realEntry(path, known);
  const stats = lstatSync(entry, { throwIfNoEntry: false });
  if (stats === undefined) return { entry, path: entry };
  const real = stats.isSymbolicLink() ? (endOf(path) ?? entry) : entry;
  const end = real === entry ? stats : lstatSync(real, { throwIfNoEntry: false });
  const shared = end?.isFile() && end.nlink > 1 ? `${end.dev}:${end.ino}` : undefined;
  return { path: real, entry, shared };
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
function realEntry(path: string, known: KnownDirectories): string {
  const name = basename(path);
  if (['', '.', '..'].includes(name)) return realPath(path, MOST_LINKS);
  const directory = dirname(path);
  const real = known.get(directory) ?? realPath(directory, MOST_LINKS);
  known.set(directory, real);
  return join(real, name);
}
