import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';

/** The paths that file resources manage, with links in their directories resolved: a directory can have several paths. */
export interface ManagedEntries {
  /** The real path of the requested directory. */
  readonly root: string;
  /** The managed paths, with the links in their directories resolved. */
  readonly entries: ReadonlySet<string>;
}

/** Resolves the paths of all file resources and of a directory, so that its content can be compared with them. */
export async function findManagedEntries(
  { host, managed }: Pick<Session, 'host' | 'managed'>,
  root: string,
): Promise<ManagedEntries> {
  const names = [...managed('file')];
  const directories = [...new Set(names.map((name) => posix.dirname(name)))];
  const [found, ...resolved] = await host.files.resolve([root, ...directories]);
  if (found instanceof Error) throw found;
  const real = new Map(
    directories.map((directory, index) => {
      const one = resolved[index];
      // A path that cannot be resolved fails when it is read, with the reason.
      return [directory, one === undefined || one instanceof Error ? directory : one.path];
    }),
  );
  return {
    root: found?.path ?? root,
    entries: new Set(
      names.map((name) =>
        posix.join(real.get(posix.dirname(name)) ?? posix.dirname(name), posix.basename(name)),
      ),
    ),
  };
}
