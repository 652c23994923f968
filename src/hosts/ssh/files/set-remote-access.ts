import type { Access } from '../../host-files.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { isTakeover, refuseHardLinkedEntry } from '../../paths/directory-takeover.js';
import { refuseHardLinkedFile } from '../../paths/hard-linked-file.js';
import { defaultGroup } from '../../paths/inherited-access.js';
import { throwHostError } from '../../system-error.js';
import { leavesUser } from '../../trusted-owner.js';
import { Examination } from './examination.js';
import type { ExaminedEntry } from './examined-entry.js';
import { listNames } from './list-remote-directory.js';
import { call, executeIn, modeOf, ownerOf, type Remote } from './remote-step.js';
import { type ExaminedDirectory, RemoteWalk } from './remote-walk.js';

/** The set-id bits, which a change of the owner clears. */
const SET_ID = 0o6000;

/** An entry that exists. */
interface ExistingEntry {
  readonly entry: DirectoryEntry<ExaminedDirectory>;
  readonly status: ExaminedEntry;
}

/** The owner and mode that an entry gets. */
interface Change {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number | undefined;
}

/** Finds an entry that must exist. */
export function findExisting(walk: RemoteWalk, doing: string, path: string): ExistingEntry {
  const entry = walk.entry(path);
  const status = walk.status(entry);
  return status === undefined ? throwHostError(doing, path, 'ENOENT') : { entry, status };
}

/** Changes the owner and mode of an entry, whatever its kind. A link has an owner, but no mode of its own. */
export async function setRemoteAccess(remote: Remote, found: ExistingEntry, access: Access): Promise<void> {
  const { entry, status } = found;
  refuseHardLinkedFile('change the permissions of', entry, status);
  const uid = access.uid ?? status.uid;
  const takes = leavesUser(status.uid, uid, remote.self.uid);
  const isChosenByOthers = takes && !entry.directory.isTrusted;
  const gid = access.gid ?? (isChosenByOthers ? defaultGroup(entry.directory, uid, remote.self) : status.gid);
  const mode = status.isSymbolicLink() ? undefined : access.mode;
  await change(remote, found, { uid, gid, mode }, takes);
  if (!status.isDirectory() || !isTakeover(status, { uid, mode: mode ?? status.mode }, remote.self.uid))
    return;
  try {
    await refuseHardLinkedEntries(remote, entry, status.uid);
  } catch (error) {
    const { uid: owner, gid: group, mode: before } = status;
    const now = await examineAgain(remote, entry);
    await change(remote, { entry, status: now }, { uid: owner, gid: group, mode: before }, false);
    throw error;
  }
}

/** @param takes Whether the access that the previous owner has granted is revoked. */
async function change(
  remote: Remote,
  { entry, status }: ExistingEntry,
  { uid, gid, mode }: Change,
  takes: boolean,
): Promise<void> {
  const isOwner = uid === status.uid && gid === status.gid;
  const { opening, at, chown } = reach(entry, status);
  const after = mode ?? (isOwner || status.isDirectory() ? status.mode : status.mode & ~SET_ID);
  await executeIn(remote, entry.directory, [
    ...opening,
    !isOwner && call('chown', ...chown, '--', ownerOf(uid, gid), at),
    mode !== undefined && call('chmod', '--', modeOf(mode), at),
    takes && status.isDirectory() && call('clear_directory_grants', modeOf(after)),
    takes && status.isFile() && call('clear_grants', at, modeOf(after)),
  ]);
}

/**
 * Returns how an entry is reached so that nobody can redirect a change by replacing it: directories are entered, and
 * files are opened if others can write the directory that they are in. A change of the owner does not follow links.
 */
function reach({ name, path, directory }: DirectoryEntry, status: ExaminedEntry) {
  if (status.isDirectory())
    return { opening: [call('enter', `./${name}`, status.identity)], at: '.', chown: [] };
  if (directory.isTrusted || status.isSymbolicLink()) return { opening: [], at: `./${name}`, chown: ['-h'] };
  // Opening another kind of entry would wait for somebody, or activate a device.
  if (!status.isFile()) throwHostError('change the permissions of', path, 'ENOTSUP');
  return { opening: [call('open_examined', name, status.identity)], at: '/proc/self/fd/5', chown: [] };
}

async function refuseHardLinkedEntries(
  remote: Remote,
  entry: DirectoryEntry<ExaminedDirectory>,
  owner: number,
): Promise<void> {
  const { identity } = await examineAgain(remote, entry);
  const { path, directory } = entry;
  const names = await listNames(remote, { ...directory, path, procPath: path, identity });
  const examination = new Examination(remote.session);
  const paths = names.map((name) => `${path}/${name}`);
  await examination.examine(paths);
  for (const name of names) {
    const found = examination.entry(`${path}/${name}`);
    if (found !== undefined)
      refuseHardLinkedEntry(path, name.toString(), found, owner, directory, remote.self.uid);
  }
}

async function examineAgain(remote: Remote, entry: DirectoryEntry): Promise<ExaminedEntry> {
  const examination = new Examination(remote.session);
  await examination.examine([entry.path]);
  const status = new RemoteWalk(examination, remote.self).status(entry);
  return status ?? throwHostError('change the permissions of', entry.path, 'ENOENT');
}
