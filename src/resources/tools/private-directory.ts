import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { isTrustedUser } from '../../hosts/trusted-owner.js';
import { runTool } from './run-tool.js';

const PREFIX = 'glance-apply-aside-';
/** The candidates for temporary directories; in memory if possible, because copies of configuration contain secrets. */
const BASES = ['/dev/shm', '/tmp'];
const A_DAY = 24 * 60 * 60 * 1000;

/** Runs a task with a new directory that no other user can access, and removes it afterwards. */
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
  const statuses = await files.status(BASES);
  const parent = BASES.find((_, index) => {
    const status = statuses[index];
    return status !== undefined && !(status instanceof Error) && status.kind === 'directory';
  });
  if (parent === undefined)
    raise('host.no-temporary-directory', `neither ${BASES.join(' nor ')} exists for temporary copies`);
  await removeLeftovers(session, parent);
  const { stdout } = await runTool(session, { argv: ['mktemp', '-d', `${parent}/${PREFIX}XXXXXXXXXX`] });
  return stdout.trim();
}

/** Removes directories of killed runs, which are older than those of current runs. */
async function removeLeftovers(session: Session, parent: string): Promise<void> {
  const { files } = session.host;
  // If the directory cannot be read, the leftovers stay.
  const names = (await files.list(parent).catch(() => undefined)) ?? [];
  const paths = names.filter((name) => name.startsWith(PREFIX)).map((name) => posix.join(parent, name));
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
