import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { withPrivateDirectory } from '../tools/private-directory.js';
import { runTool } from '../tools/run-tool.js';

/** Copies of files below another root, on which Augeas can try commands. */
export interface Mirror {
  readonly root: string;
}

/**
 * Runs a task with copies of files, and removes them afterwards.
 * @param files The contents by path.
 * @param directories Directories that must exist even if none of their files is copied.
 */
export function withMirror<T>(
  session: Session,
  { files, directories }: { files: ReadonlyMap<string, Buffer>; directories: readonly string[] },
  task: (mirror: Mirror) => Promise<T>,
): Promise<T> {
  return withPrivateDirectory(session, async (root) => {
    const all = new Set([...directories, ...[...files.keys()].map((path) => posix.dirname(path))]);
    if (all.size > 0)
      await runTool(session, {
        argv: ['mkdir', '-p', '--', ...[...all].map((path) => posix.join(root, path))],
      });
    for (const [path, content] of files)
      await session.host.files.write(posix.join(root, path), content, { mode: 0o600, plain: true });
    return task({ root });
  });
}
