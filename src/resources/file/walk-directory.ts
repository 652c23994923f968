import { posix } from 'node:path';
import type { FileStatus, HostFiles, Links } from '../../hosts/host-files.js';
import { compileNamePattern } from './name-pattern.js';
import { readStatuses } from './read-statuses.js';

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
  const { limit = Number.POSITIVE_INFINITY, follow, skip, links } = options;
  const ignored = options.ignore.map(compileNamePattern);
  const entries = new Map<string, FileStatus>();
  let directories = [''];
  for (let depth = 0; depth < limit && directories.length > 0; depth += 1) {
    const lists = await Promise.all(
      directories.map((directory) => files.list(posix.join(root, directory), { links })),
    );
    const names = lists.flatMap((list = [], index) =>
      list
        .filter((name) => !ignored.some((isMatch) => isMatch(name)))
        .map((name) => posix.join(directories[index] ?? '', name))
        .filter((name) => !skip(name)),
    );
    directories = [];
    for (const [name, status] of await readEntries(files, root, names, { follow, links })) {
      entries.set(name, status);
      if (status.kind === 'directory') directories.push(name);
    }
  }
  return entries;
}

async function readEntries(
  files: HostFiles,
  root: string,
  names: readonly string[],
  { follow, links: allowedLinks }: Pick<WalkOptions, 'follow' | 'links'>,
): Promise<[string, FileStatus][]> {
  const paths = names.map((name) => posix.join(root, name));
  const found = await files.status(paths, { links: allowedLinks });
  const links = found.flatMap((status, index) =>
    follow && status !== undefined && !(status instanceof Error) && status.kind === 'link' ? [index] : [],
  );
  const targets = await readStatuses(
    files,
    links.map((index) => paths[index] as string),
    () => true,
  );
  for (const [position, { status }] of targets.entries()) {
    if (status !== undefined && !(status instanceof Error) && status.kind === 'file') {
      found[links[position] as number] = status;
    }
  }
  return found.flatMap((status, index) => {
    if (status instanceof Error) throw status;
    return status === undefined ? [] : [[names[index] as string, status]];
  });
}
