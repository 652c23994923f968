import type { DisplayedValues } from '../../catalog/attribute.js';
import { formatContent, showContents } from '../file/show-contents.js';

/** A file that the commands would change; undefined where it is not there, before or after. */
export interface EditedFile {
  /** On the host, with the root that the resource names. */
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** The state of commands that have something to do. */
export interface PendingEdits {
  readonly pending: readonly {
    readonly path: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
}

/** What is to be said of files that would change. */
export function toPendingEdits(files: readonly EditedFile[]): PendingEdits {
  return {
    pending: files.map(({ path, before, after }) => ({
      path,
      before: before && formatContent(before),
      after: after && formatContent(after),
    })),
  };
}

/** The files of a state; none where there is nothing to do. */
export function listPendingPaths(is: unknown): string[] {
  return isPending(is) ? is.pending.map(({ path }) => path) : [];
}

/** The difference for people: of one file its content, of several a part of each. */
export function showPendingEdits(is: unknown, should: readonly string[], showDiff: boolean): DisplayedValues {
  if (!isPending(is)) return { from: is, to: should };
  const [first, ...more] = is.pending;
  if (first === undefined) return { from: undefined, to: 'forced' };
  const paths = is.pending.map(({ path }) => path).join(', ');
  if (!showDiff) return { from: undefined, to: `changed in ${paths}` };
  if (more.length === 0) return showContents(first.before ?? '', first.after ?? '', true);
  const part = (side: 'before' | 'after') =>
    is.pending.map((file) => `# ${file.path}\n${file[side] ?? ''}`).join('\n');
  return showContents(part('before'), part('after'), true);
}

function isPending(is: unknown): is is PendingEdits {
  return typeof is === 'object' && is !== null && 'pending' in is;
}
