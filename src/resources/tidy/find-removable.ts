import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { NO_LINKS } from '../../hosts/no-links.js';
import { findManagedEntries } from '../file/managed-entries.js';
import { compileNamePattern } from '../file/name-pattern.js';
import { walkDirectory } from '../file/walk-directory.js';
import type { WantedTidy } from './attributes.js';
import { toBytes, toSeconds } from './value-types.js';

/** Something that is to go. */
export interface RemovableFile {
  readonly path: string;
  /** The path without the links that lead to the directory. */
  readonly real: string;
  readonly status: FileStatus;
}

const TIME = { atime: 'accessed', mtime: 'modified', ctime: 'changed' } as const;

/**
 * What a resource removes, in the order in which it can be removed: what is in a directory before the directory, and a
 * directory only where all that is in it goes. What a file resource manages stays, and so do devices.
 */
export async function findRemovable(session: Session, wanted: WantedTidy): Promise<RemovableFile[]> {
  const parent = posix.dirname(wanted.path);
  // Before anything is looked at: what is put on the way later is not followed when it is removed.
  const managed = await findManagedEntries(session, parent);
  const realOf = (path: string) => posix.join(managed.root, posix.relative(parent, path));
  const there = await listCandidates(session, wanted, realOf(wanted.path));
  const fits = compileConditions(wanted, Date.now());
  const gone = new Set<string>();
  const found: RemovableFile[] = [];
  for (const { path, status } of there.reverse()) {
    const real = realOf(path);
    // Under whatever name: links that lead to the directory are no reason to remove what is managed in it.
    if (managed.entries.has(real) || status.special === 'device' || !fits(path, status)) continue;
    if (status.kind === 'directory') {
      if (!wanted.rmdirs) continue;
      const names = (await session.host.files.list(real, NO_LINKS)) ?? [];
      if (!names.every((name) => gone.has(posix.join(path, name)))) continue;
    }
    gone.add(path);
    found.push({ path, real, status });
  }
  return found;
}

/** The path and all that recurse comes to, each directory before what is in it. */
async function listCandidates(
  session: Session,
  wanted: WantedTidy,
  real: string,
): Promise<Omit<RemovableFile, 'real'>[]> {
  const { path: root, recurse, max_files: most } = wanted;
  const { files } = session.host;
  const [status] = await files.status([real], NO_LINKS);
  if (status instanceof Error) throw status;
  if (status === undefined) return [];
  const limit = typeof recurse === 'number' ? recurse : recurse ? Number.POSITIVE_INFINITY : 0;
  const entries =
    status.kind === 'directory' && limit > 0
      ? await walkDirectory(files, real, { limit, ignore: [], follow: false, ...NO_LINKS, skip: () => false })
      : new Map<string, FileStatus>();
  if (most > 0 && entries.size > most)
    raise('tidy.limit', `${root} comes to ${entries.size} files and directories, and max_files is ${most}`);
  return [
    { path: root, status },
    ...[...entries].map(([name, entry]) => ({ path: posix.join(root, name), status: entry })),
  ];
}

/** Whether something fits what the resource says of name, age and size. */
function compileConditions(
  { matches, age, size, type }: WantedTidy,
  now: number,
): (path: string, status: FileStatus) => boolean {
  const patterns = matches?.map(compileNamePattern);
  const oldest = age === undefined ? undefined : toSeconds(age);
  const largest = size === undefined ? undefined : toBytes(size);
  return (path, status) => {
    if (patterns && !patterns.some((fits) => fits(posix.basename(path)))) return false;
    if (oldest === undefined && largest === undefined) return true;
    // Looking into a directory is reading it: its atime would say when a run was here last.
    const time = type === 'atime' && status.kind === 'directory' ? status.modified : status[TIME[type]];
    // As in Puppet, whole seconds are counted.
    const seconds = Math.floor(now / 1000) - Math.floor(time / 1000);
    return (oldest !== undefined && seconds >= oldest) || (largest !== undefined && status.size >= largest);
  };
}
