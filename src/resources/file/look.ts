import { posix } from 'node:path';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';

/** As many links in a row as Linux follows. */
const LONGEST_CHAIN = 40;

/** What was found at a path, or where the links at its end lead. */
export interface Found {
  /** The path of the thing itself: another one than was asked for where a link was followed. */
  readonly path: string;
  readonly status: FileStatus | undefined | Error;
}

/** Looks at many paths in one go; of those in `follow`, links at the end are followed. */
export async function look(
  files: HostFiles,
  paths: readonly string[],
  follow: (index: number) => boolean,
): Promise<Found[]> {
  const statuses = await files.status(paths);
  const found = statuses.map((status, index) => ({ path: paths[index] as string, status }));
  let links = found.flatMap((one, index) => (follow(index) && targetOf(one) !== undefined ? [index] : []));
  for (let step = 0; links.length > 0 && step < LONGEST_CHAIN; step += 1) {
    const targets = links.map((index) => targetOf(found[index]) as string);
    const next = await files.status(targets);
    for (const [position, index] of links.entries()) {
      found[index] = { path: targets[position] as string, status: next[position] };
    }
    links = links.filter((index) => targetOf(found[index]) !== undefined);
  }
  for (const index of links) {
    found[index] = {
      path: paths[index] as string,
      status: new Error(`the links at ${paths[index]} lead in a circle`),
    };
  }
  return found;
}

function targetOf(found: Found | undefined): string | undefined {
  const status = found?.status;
  if (status === undefined || status instanceof Error || status.kind !== 'link') return undefined;
  return posix.resolve(posix.dirname(found?.path ?? '/'), status.target ?? '');
}
