import type { DisplayedValues } from '../../catalog/attribute.js';
import { formatContent, showContents } from '../file/show-contents.js';

/** A file that the commands would change; a content is undefined if the file does not exist before or after. */
export interface EditedFile {
  /** The path on the host, including the root of the resource. */
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** The state of commands that would change something. */
export interface PendingEdits {
  readonly pending: readonly {
    readonly path: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
}

/** Converts edited files to a state. */
export function toPendingEdits(files: readonly EditedFile[]): PendingEdits {
  return {
    pending: files.map(({ path, before, after }) => ({
      path,
      before: before && formatContent(before),
      after: after && formatContent(after),
    })),
  };
}

/** Lists the files of a state; none if nothing would change. */
export function listPendingPaths(is: unknown): string[] {
  return hasPendingEdits(is) ? is.pending.map(({ path }) => path) : [];
}

/** Formats the difference: the content of one file, or a part per file. */
export function showPendingEdits(is: unknown, should: readonly string[], showDiff: boolean): DisplayedValues {
  if (!hasPendingEdits(is)) return { from: is, to: should };
  const [first, ...more] = is.pending;
  if (first === undefined) return { from: undefined, to: 'forced' };
  const paths = is.pending.map(({ path }) => path).join(', ');
  if (!showDiff) return { from: undefined, to: `changed in ${paths}` };
  if (more.length === 0) return showContents(first.before ?? '', first.after ?? '', true);
  const part = (side: 'before' | 'after') =>
    is.pending.map((file) => `# ${file.path}\n${file[side] ?? ''}`).join('\n');
  return showContents(part('before'), part('after'), true);
}

function hasPendingEdits(is: unknown): is is PendingEdits {
  return typeof is === 'object' && is !== null && 'pending' in is;
}
