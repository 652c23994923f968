import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';

/** What the file resources of a catalog manage, as the host knows it: a directory has many names where links lead to it. */
export interface ManagedEntries {
  /** The real path of the directory that was asked about. */
  readonly root: string;
  /** The names themselves, with only the links on the way to them resolved. */
  readonly entries: ReadonlySet<string>;
}

/** Resolves the names of all file resources beside a directory, so that what is in it can be compared with them. */
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
      // What cannot be resolved fails when it is read, with the reason.
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
