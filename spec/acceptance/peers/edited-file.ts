import type { Scope } from 'glance-apply';
import type { PeerCase } from './case.js';

/** A file before it is edited, and after. */
interface EditedFile {
  readonly before: string;
  readonly after: string;
  /** Where the behaviour is defined. */
  readonly source: string;
}

/**
 * A case of edits, one after the other, in the file `f`, which has `before` in it.
 * @param declare Declares one of the edits, of the file at a path.
 */
export function editedFile<T>(
  { before, after, source }: EditedFile,
  edits: readonly T[],
  declare: (site: Scope, path: string, edit: T, index: number) => unknown,
  more: Partial<PeerCase> = {},
): PeerCase {
  return {
    source,
    prepare: `printf '%s' '${before}' > f`,
    manifest: (site, { dir }) => {
      for (const [index, edit] of edits.entries()) declare(site, `${dir}/f`, edit, index);
    },
    files: { f: after },
    inSync: before === after,
    ...more,
  };
}
