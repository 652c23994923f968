import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { isTrustedUser } from '../../hosts/file-trust.js';
import { runTool } from './run-tool.js';

const PREFIX = 'glance-apply-aside-';
/** In memory, where there is such a place: copies of configuration hold secrets. */
const PLACES = ['/dev/shm', '/tmp'];
const A_DAY = 24 * 60 * 60 * 1000;

/** Runs a task with a new directory that nobody else can reach, and removes it. */
export async function withPrivateDirectory<T>(
  session: Session,
  task: (directory: string) => Promise<T>,
): Promise<T> {
  const base = await session.shared(
    'private directories',
    () => makeBase(session),
    (made) => remove(session, made),
  );
  const made = await runTool(session, { argv: ['mktemp', '-d', `${base}/XXXXXXXXXX`] });
  const directory = made.stdout.trim();
  try {
    return await task(directory);
  } finally {
    await remove(session, directory);
  }
}

async function makeBase(session: Session): Promise<string> {
  const { files } = session.host;
  const places = await files.status(PLACES);
  const place = PLACES.find((_, index) => {
    const status = places[index];
    return status !== undefined && !(status instanceof Error) && status.kind === 'directory';
  });
  if (place === undefined)
    raise('host.no-temporary-directory', `there is none of ${PLACES.join(' and ')} for temporary copies`);
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
    // Another user may have created thousands of them, or large ones.
    if (isTrustedUser(status.uid) && Date.now() - status.modified > A_DAY)
      await remove(session, path).catch(() => undefined);
  }
}

function remove({ host }: Session, path: string): Promise<void> {
  return host.files.remove(path, { recursive: true });
}
