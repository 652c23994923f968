import type { FileStatus, HostFiles, PathOptions } from '../../hosts/host-files.js';

/** What was found at a path, or where the links at its end lead. */
export interface PathStatus {
  /** The path of the thing itself: another one than was asked for where a link was followed. */
  readonly path: string;
  readonly status: FileStatus | undefined | Error;
}

/** Looks at many paths in one go; of those in `follow`, links at the end are followed. */
export async function readStatuses(
  files: HostFiles,
  paths: readonly string[],
  follow: (index: number) => boolean,
  options: PathOptions = {},
): Promise<PathStatus[]> {
  const statuses = await files.status(paths, options);
  const found = statuses.map((status, index): PathStatus => ({ path: paths[index] as string, status }));
  const links = found.flatMap((one, index) => (follow(index) && isLink(one) ? [index] : []));
  if (links.length === 0) return found;
  const ends = await files.resolve(
    links.map((index) => paths[index] as string),
    options,
  );
  const there = await files.status(
    ends.map((end) => (end instanceof Error ? '/' : end.path)),
    options,
  );
  for (const [position, index] of links.entries()) {
    const asked = paths[index] as string;
    const end = ends[position];
    if (end === undefined || end instanceof Error) found[index] = { path: asked, status: end };
    else found[index] = { path: end.path, status: there[position] };
    if (isLink(found[index] as PathStatus))
      found[index] = { path: asked, status: new Error(`the links at ${asked} lead in a circle`) };
  }
  return found;
}

function isLink({ status }: PathStatus): boolean {
  return status !== undefined && !(status instanceof Error) && status.kind === 'link';
}
