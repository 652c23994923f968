import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { runTool } from '../run-tool.js';

const PREFIX = 'glance-apply-augeas-';
/** In memory, where there is such a place: copies of configuration hold secrets. */
const PLACES = ['/dev/shm', '/tmp'];
const A_DAY = 24 * 60 * 60 * 1000;

/** Copies of files below another root, on which Augeas may try what it would do. */
export interface Mirror {
  readonly root: string;
}

/**
 * Runs a task with copies of files, and removes them.
 * @param root What the paths are below.
 * @param files Files that are there.
 * @param directories Those that have to be there although no file of them is copied.
 */
export async function withMirror<T>(
  session: Session,
  { root, files, directories }: { root: string; files: readonly string[]; directories: readonly string[] },
  task: (mirror: Mirror) => Promise<T>,
): Promise<T> {
  const base = await session.keep(
    'copies for Augeas',
    () => makeBase(session),
    (made) => remove(session, made),
  );
  const made = await runTool(session, { argv: ['mktemp', '-d', `${base}/XXXXXXXXXX`] });
  const mirror = made.stdout.trim();
  try {
    if (directories.length > 0)
      await runTool(session, {
        argv: ['mkdir', '-p', '--', ...directories.map((path) => posix.join(mirror, path))],
      });
    if (files.length > 0)
      await runTool(session, {
        argv: ['cp', '-L', '--parents', '--', ...files.map((path) => `.${path}`), mirror],
        directory: root,
      });
    return await task({ root: mirror });
  } finally {
    await remove(session, mirror);
  }
}

async function makeBase(session: Session): Promise<string> {
  const { files } = session.host;
  const places = await files.status(PLACES);
  const place = PLACES.find((_, index) => {
    const status = places[index];
    return status !== undefined && !(status instanceof Error) && status.kind === 'directory';
  });
  if (place === undefined) throw new Error(`there is none of ${PLACES.join(' and ')} for temporary copies`);
  await removeLeftovers(session, place);
  const { stdout } = await runTool(session, { argv: ['mktemp', '-d', `${place}/${PREFIX}XXXXXXXXXX`] });
  return stdout.trim();
}

/** What runs that were killed have left; those that are still at work are younger. */
async function removeLeftovers(session: Session, place: string): Promise<void> {
  const { files } = session.host;
  // A directory with names that cannot be read is no reason to do nothing.
  const names = (await files.list(place).catch(() => undefined)) ?? [];
  const paths = names.filter((name) => name.startsWith(PREFIX)).map((name) => posix.join(place, name));
  for (const [index, status] of (await files.status(paths)).entries()) {
    const path = paths[index];
    if (path === undefined || status === undefined || status instanceof Error) continue;
    // Those of other users are not ours to remove.
    if (Date.now() - status.modified > A_DAY) await remove(session, path).catch(() => undefined);
  }
}

function remove({ host }: Session, path: string): Promise<void> {
  return host.files.remove(path, { recursive: true });
}
