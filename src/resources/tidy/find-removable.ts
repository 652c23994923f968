import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import { findManagedEntries } from '../file/managed-entries.js';
import { compileNamePattern } from '../file/name-pattern.js';
import { walkDirectory } from '../file/walk-directory.js';
import type { DesiredTidy } from './attributes.js';
import { toBytes, toSeconds } from './value-types.js';

/** A file or directory to remove. */
export interface RemovableFile {
  readonly path: string;
  /** The path with the links to the directory resolved. */
  readonly real: string;
  readonly status: FileStatus;
}

const TIME = { atime: 'accessed', mtime: 'modified', ctime: 'changed' } as const;

/** The result of a search for what a resource removes. */
export interface TidyFindings {
  /** In the order in which it can be removed. */
  readonly removable: readonly RemovableFile[];
  /** Why directories could not be read. Any user can create one in /tmp, and that must not protect all other files. */
  readonly errors: readonly Error[];
}

/**
 * Finds what a resource removes: the content of a directory before the directory,
 * and a directory only if all of its content is removed. What a file resource manages stays, and so do devices.
 */
export async function findRemovable(session: Session, desired: DesiredTidy): Promise<TidyFindings> {
  const parent = posix.dirname(desired.path);
  // Resolved first: links that are created later are not followed when files are removed.
  const managed = await findManagedEntries(session, parent);
  const realOf = (path: string) => posix.join(managed.root, posix.relative(parent, path));
  const unreadable = new Map<string, Error>();
  const onUnreadable = (name: string, reason: Error) =>
    unreadable.set(posix.join(desired.path, name), reason);
  const candidates = await listCandidates(session, desired, realOf(desired.path), onUnreadable);
  const isMatch = compileConditions(desired, Date.now());
  const removed = new Set<string>();
  const found: RemovableFile[] = [];
  for (const { path, status } of candidates.reverse()) {
    const real = realOf(path);
    // By real paths: a managed file stays, even if the directory is tidied through a link.
    if (managed.entries.has(real) || status.special === 'device' || !isMatch(path, status)) continue;
    if (status.kind === 'directory') {
      if (!desired.rmdirs || unreadable.has(path)) continue;
      const names = (await session.host.files.list(real, RESOLVED_PATH)) ?? [];
      if (!names.every((name) => removed.has(posix.join(path, name)))) continue;
    }
    removed.add(path);
    found.push({ path, real, status });
  }
  return { removable: found, errors: [...unreadable.values()] };
}

/** Lists the path and everything that recurse finds, each directory before its content. */
async function listCandidates(
  session: Session,
  desired: DesiredTidy,
  real: string,
  onUnreadable: (name: string, reason: Error) => void,
): Promise<Omit<RemovableFile, 'real'>[]> {
  const { path: root, recurse, max_files: most } = desired;
  const { files } = session.host;
  const [status] = await files.status([real], RESOLVED_PATH);
  if (status instanceof Error) throw status;
  if (status === undefined) return [];
  const limit = typeof recurse === 'number' ? recurse : recurse ? Number.POSITIVE_INFINITY : 0;
  const entries =
    status.kind === 'directory' && limit > 0
      ? await walkDirectory(files, real, {
          limit,
          ignore: [],
          follow: false,
          ...RESOLVED_PATH,
          onUnreadable,
          skip: () => false,
        })
      : new Map<string, FileStatus>();
  if (most > 0 && entries.size > most)
    raise('tidy.limit', `${root} contains ${entries.size} files and directories, and max_files is ${most}`);
  return [
    { path: root, status },
    ...[...entries].map(([name, entry]) => ({ path: posix.join(root, name), status: entry })),
  ];
}

/** Compiles the conditions for name, age and size. */
function compileConditions(
  { matches, age, size, type }: DesiredTidy,
  now: number,
): (path: string, status: FileStatus) => boolean {
  const patterns = matches?.map(compileNamePattern);
  const oldest = age === undefined ? undefined : toSeconds(age);
  const largest = size === undefined ? undefined : toBytes(size);
  return (path, status) => {
    if (patterns && !patterns.some((isMatch) => isMatch(posix.basename(path)))) return false;
    if (oldest === undefined && largest === undefined) return true;
    // Listing a directory is a read: its atime would be the time of the last run.
    const time = type === 'atime' && status.kind === 'directory' ? status.modified : status[TIME[type]];
    // As in Puppet, fractions of seconds are ignored.
    const seconds = Math.floor(now / 1000) - Math.floor(time / 1000);
    return (oldest !== undefined && seconds >= oldest) || (largest !== undefined && status.size >= largest);
  };
}
