import { posix } from 'node:path';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { HostError } from '../../hosts/host-error.js';
import type { FileStatus, HostFiles, Links } from '../../hosts/host-files.js';
import { compileNamePattern } from './name-pattern.js';
import { readStatuses } from './read-statuses.js';

/**
 * How many levels of directories a walk enters. Each directory is opened from the root down: a user who nests thousands
 * of them would block a run for hours. Fewer than one walk holds open, which therefore opens them once for all their content.
 */
const MAX_LEVELS = 150;

/** How many directories are listed at once: each of them is held open with all its parents. */
const MAX_CONCURRENT = 32;

/** The depth and the exclusions of a walk. */
export interface WalkOptions {
  /** Levels below the directory. @default all */
  readonly limit?: number | undefined;
  /** Shell patterns of names that are ignored, with everything below them. */
  readonly ignore: readonly string[];
  /** Whether a link to a file counts as the file. Links to directories are never entered, because they may form cycles. */
  readonly follow: boolean;
  /** Which links the path of the directory may contain. @default 'trusted' */
  readonly links?: Links | undefined;
  /**
   * Called with what cannot be read, by its path relative to the directory, and the reason; the walk continues without it.
   * @default the walk fails
   */
  readonly onUnreadable?: ((relative: string, reason: Error) => void) | undefined;
  /** Whether a path, relative to the directory, is ignored with everything below it. */
  skip(relative: string): boolean;
}

/**
 * Returns everything in a directory by relative path, each directory before its content, with one request per level.
 * A directory that does not exist is empty.
 */
export async function walkDirectory(
  files: HostFiles,
  root: string,
  options: WalkOptions,
): Promise<Map<string, FileStatus>> {
  const { limit = Number.POSITIVE_INFINITY, follow, skip, links, onUnreadable = fail } = options;
  const ignored = options.ignore.map(compileNamePattern);
  const entries = new Map<string, FileStatus>();
  let directories = [''];
  for (let depth = 0; depth < limit && directories.length > 0; depth += 1) {
    if (depth === MAX_LEVELS) {
      for (const directory of directories)
        onUnreadable(directory, createDepthError(posix.join(root, directory)));
      break;
    }
    const lists = await listDirectories(files, root, directories, links);
    const names = lists.flatMap((list, index) => {
      const directory = directories[index] ?? '';
      if (list instanceof Error) onUnreadable(directory, list);
      if (list === undefined || list instanceof Error) return [];
      return list
        .filter((name) => !ignored.some((isMatch) => isMatch(name)))
        .map((name) => posix.join(directory, name))
        .filter((name) => !skip(name));
    });
    directories = [];
    for (const [name, status] of await readEntries(files, root, names, { follow, links })) {
      if (status instanceof Error) {
        onUnreadable(name, status);
        continue;
      }
      entries.set(name, status);
      if (status.kind === 'directory') directories.push(name);
    }
  }
  return entries;
}

function fail(_relative: string, reason: Error): never {
  throw reason;
}

function createDepthError(path: string): HostError {
  return new HostError(
    `cannot read ${path}: directories are nested more than ${MAX_LEVELS} deep; move this one up or remove it (rm -r)`,
    'ENAMETOOLONG',
    path,
  );
}

/** Lists many directories; undefined for one that does not exist. */
async function listDirectories(
  files: HostFiles,
  root: string,
  directories: readonly string[],
  links: Links | undefined,
): Promise<(readonly string[] | undefined | Error)[]> {
  const lists: (readonly string[] | undefined | Error)[] = [];
  for (let at = 0; at < directories.length; at += MAX_CONCURRENT) {
    const some = directories.slice(at, at + MAX_CONCURRENT);
    lists.push(
      ...(await Promise.all(
        some.map((directory) => files.list(posix.join(root, directory), { links }).catch(toValue)),
      )),
    );
  }
  return lists;
}

function toValue(error: unknown): Error {
  if (error instanceof Error) return error;
  throw error;
}

async function readEntries(
  files: HostFiles,
  root: string,
  names: readonly string[],
  { follow, links: allowedLinks }: Pick<WalkOptions, 'follow' | 'links'>,
): Promise<[string, FileStatus | Error][]> {
  const paths = names.map((name) => posix.join(root, name));
  const found = await files.status(paths, { links: allowedLinks });
  const links = found.flatMap((status, index) =>
    follow && status !== undefined && !(status instanceof Error) && status.kind === 'link' ? [index] : [],
  );
  const targets = await readStatuses(
    files,
    links.map((index) => ensureDefined(paths[index])),
    () => true,
  );
  for (const [position, { status }] of targets.entries()) {
    if (status !== undefined && !(status instanceof Error) && status.kind === 'file') {
      found[ensureDefined(links[position])] = status;
    }
  }
  return found.flatMap<[string, FileStatus | Error]>((status, index) =>
    status === undefined ? [] : [[ensureDefined(names[index]), status]],
  );
}
