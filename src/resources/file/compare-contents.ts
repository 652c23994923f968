import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { checksum, readable, SHOWN_LIMIT } from './content.js';
import type { Source } from './sources.js';

/** A file, and what it should hold: a text, or what a source holds. */
export interface Comparison {
  readonly path: string;
  readonly status: FileStatus;
  readonly wanted: string | Source;
  /** Whether a difference may be shown as text. */
  readonly asText: boolean;
}

/** Two contents that are not the same, as they may be compared and shown: texts, checksums, or sizes. */
export interface ContentDifference {
  readonly is: string;
  readonly should: string;
}

/**
 * Compares many files with what they should hold, in one reading: undefined where it is the same, byte by byte.
 * Files of another size are only read where they are short enough to be shown.
 */
export async function compareContents(
  files: HostFiles,
  comparisons: readonly Comparison[],
): Promise<(ContentDifference | Error | undefined)[]> {
  const requests = new Map<HostFiles, Set<string>>();
  const ask = (from: HostFiles, path: string) => {
    const paths = requests.get(from);
    if (paths === undefined) requests.set(from, new Set([path]));
    else paths.add(path);
  };
  for (const { path, status, wanted } of comparisons) {
    const sameSize = status.size === sizeOf(wanted);
    if (sameSize || status.size <= SHOWN_LIMIT) ask(files, path);
    if (typeof wanted !== 'string' && (sameSize || sizeOf(wanted) <= SHOWN_LIMIT))
      ask(wanted.files, wanted.path);
  }

  const contents = new Map<HostFiles, ReadonlyMap<string, Buffer | Error | undefined>>();
  for (const [from, wantedPaths] of requests) {
    const paths = [...wantedPaths];
    const read = await from.read(paths);
    contents.set(from, new Map(paths.map((path, index) => [path, read[index]])));
  }

  return comparisons.map(({ path, status, wanted, asText }) => {
    const is = contents.get(files)?.get(path);
    const should =
      typeof wanted === 'string' ? Buffer.from(wanted) : contents.get(wanted.files)?.get(wanted.path);
    if (is instanceof Error) return is;
    if (should instanceof Error) return should;
    if (is !== undefined && should !== undefined && is.equals(should)) return undefined;
    return { is: shown(is, status.size, asText), should: shown(should, sizeOf(wanted), asText) };
  });
}

function sizeOf(wanted: string | Source): number {
  return typeof wanted === 'string' ? Buffer.byteLength(wanted) : wanted.status.size;
}

function shown(content: Buffer | undefined, size: number, asText: boolean): string {
  if (content === undefined) return `{size}${size}`;
  return asText ? readable(content) : checksum(content);
}
