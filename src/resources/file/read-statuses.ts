import { ensureDefined } from '../../errors/ensure-defined.js';
import type { FileStatus, HostFiles, PathOptions } from '../../hosts/host-files.js';

/** The status of a path, or of the target of a link. */
export interface PathStatus {
  /** The requested path, or the target of a link that was followed. */
  readonly path: string;
  readonly status: FileStatus | undefined | Error;
}

/** Reads the status of many paths in one request; links are followed if `follow` returns true. */
export async function readStatuses(
  files: HostFiles,
  paths: readonly string[],
  follow: (index: number) => boolean,
  options: PathOptions = {},
): Promise<PathStatus[]> {
  const statuses = await files.status(paths, options);
  const found = statuses.map((status, index): PathStatus => ({ path: ensureDefined(paths[index]), status }));
  const links = found.flatMap((one, index) => (follow(index) && isLink(one) ? [index] : []));
  if (links.length === 0) return found;
  const ends = await files.resolve(
    links.map((index) => ensureDefined(paths[index])),
    options,
  );
  const targets = await files.status(
    ends.map((end) => (end instanceof Error ? '/' : end.path)),
    options,
  );
  for (const [position, index] of links.entries()) {
    const path = ensureDefined(paths[index]);
    const end = ends[position];
    if (end === undefined || end instanceof Error) found[index] = { path, status: end };
    else found[index] = { path: end.path, status: targets[position] };
    if (isLink(found[index])) found[index] = { path, status: new Error(`the links at ${path} form a cycle`) };
  }
  return found;
}

function isLink({ status }: PathStatus): boolean {
  return status !== undefined && !(status instanceof Error) && status.kind === 'link';
}
