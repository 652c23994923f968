import { isUtf8 } from 'node:buffer';
import { dirname, join } from 'node:path/posix';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { OUTPUT_LIMIT } from '../../hosts/command.js';
import { isTemporaryName, temporaryName } from '../../hosts/temporary-name.js';
import { isWritableByTrustedOnly } from '../../hosts/trusted-owner.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';
import { runTool } from '../tools/run-tool.js';
import { KeyFile } from './key-file.js';
import { readPathDirectories } from './path-directories.js';

/** The size in bytes above which a file is not edited: of the output of a command, only so much is read as a whole. */
const LARGEST = OUTPUT_LIMIT / 2;

/** A file of keys and its user. */
export interface UserKeyFile {
  readonly user: string;
  readonly path: string;
  /** Whether the file is read and written as that user. */
  readonly asUser: boolean;
}

/** Finds the default file of a user's keys; undefined if the user does not exist. */
export async function findDefaultPath(session: Session, user: string): Promise<string | undefined> {
  const accounts = await readSharedAccounts(session, { users: [user] });
  const home = accounts.findUser(user)?.home;
  return home === undefined ? undefined : toKeyFilePath(home);
}

/** The file of keys in a home directory. */
export function toKeyFilePath(home: string): string {
  return `${home}/.ssh/authorized_keys`;
}

/** Reads files of keys by path; an error for a file that cannot be read. */
export async function readKeyFiles(
  session: Session,
  paths: readonly string[],
): Promise<ReadonlyMap<string, KeyFile | Error>> {
  const contents = await session.host.files.read(paths);
  return new Map(
    paths.map((path, index) => {
      const content = contents[index];
      return [
        path,
        content instanceof Error ? content : new KeyFile(path, content?.toString('utf8') ?? ''),
      ] as const;
    }),
  );
}

/**
 * Edits a file of keys: as the user, so that links of the user cannot redirect the edit to files that the user cannot write;
 * or as root, in directories that no other user can change.
 */
export async function editKeyFile(
  session: Session,
  file: UserKeyFile,
  edit: (keys: KeyFile) => void,
): Promise<void> {
  if (file.asUser) await session.exclusively([file.path], () => editAsUser(session, file, edit));
  else await editAsRoot(session, file, edit);
}

async function editAsUser(
  session: Session,
  { user, path }: UserKeyFile,
  edit: (keys: KeyFile) => void,
): Promise<void> {
  const run = (argv: readonly [string, ...string[]]) => runTool(session, { argv, user });
  const [status] = await session.host.files.status([path]);
  if (status instanceof Error) throw status;
  if (status !== undefined && status.kind !== 'file') {
    raise(
      'ssh_authorized_key.file',
      `${path} is a ${status.kind}, and keys are written to files only; remove it`,
    );
  }
  // Read as the user as well: content that only root may read must not get into a file of the user.
  const before = status === undefined ? '' : (await run(['cat', '--', path])).stdout;
  if (Buffer.byteLength(before) > LARGEST)
    raise(
      'ssh_authorized_key.file',
      `${path} is larger than 8 MiB, and is left as it is; remove what is not a key`,
    );
  if (before.includes('\uFFFD')) throw createEncodingError(path);
  const keys = new KeyFile(path, before);
  edit(keys);
  if (keys.text === before) return;
  if (status !== undefined) await session.backup(path, Buffer.from(before));
  await makeDirectory(session, user, dirname(path));
  await removeLeftovers(session, user, path);
  const temporary = temporaryName(path);
  try {
    const write = ['dd', `of=${temporary}`, 'conv=excl,fsync', 'status=none'] as const;
    await runTool(session, { argv: [...write], user, umask: '0077', input: keys.text });
    await run(['mv', '-f', '-T', '--', temporary, path]);
  } catch (error) {
    await session.host.run({ argv: ['rm', '-f', '--', temporary], user });
    throw error;
  }
}

/** Removes temporary files of killed runs beside the path, if they belong to this user. */
async function removeLeftovers(session: Session, user: string, path: string): Promise<void> {
  const { files } = session.host;
  const directory = dirname(path);
  // If the directory cannot be read, the write that follows reports a better error.
  const names = (await files.list(directory).catch(() => undefined)) ?? [];
  const leftovers = names.filter((name) => isTemporaryName(name, path)).map((name) => join(directory, name));
  if (leftovers.length === 0) return;
  const accounts = await readSharedAccounts(session);
  const uid = accounts.findUser(user)?.uid;
  const found = await files.status(leftovers);
  const own = leftovers.filter((_path, index) => {
    const status = found[index];
    return status !== undefined && !(status instanceof Error) && status.uid === uid;
  });
  if (own.length > 0) await runTool(session, { argv: ['rm', '-f', '--', ...own], user });
}

async function makeDirectory(session: Session, user: string, directory: string): Promise<void> {
  const [status] = await session.host.files.status([directory]);
  if (status instanceof Error) throw status;
  if (status === undefined) await runTool(session, { argv: ['mkdir', '-m', '0700', '--', directory], user });
}

async function editAsRoot(
  session: Session,
  { user, path }: UserKeyFile,
  edit: (keys: KeyFile) => void,
): Promise<void> {
  await requireTrustedDirectories(session, path);
  const accounts = await readSharedAccounts(session);
  const owner = accounts.findUser(user);
  if (owner === undefined) raise('ssh_authorized_key.file', `the user ${user} does not exist`);
  const access = { mode: 0o600, uid: owner.uid, gid: owner.gid };
  const rewrite = (content: Buffer | undefined) => {
    if (content !== undefined && !isUtf8(content)) throw createEncodingError(path);
    const keys = new KeyFile(path, content?.toString('utf8') ?? '');
    edit(keys);
    return keys.text;
  };
  await session.rewrite(path, rewrite, { fresh: access, access });
}

/** Text that is not UTF-8 would be changed when it is written. */
function createEncodingError(path: string): Error {
  return new Error(`${path} is not in UTF-8; convert it first`);
}

/** Requires that only root can change the directories of a path, including those that links lead through. */
async function requireTrustedDirectories({ host }: Session, path: string): Promise<void> {
  for (const directory of await readPathDirectories(host.files, path)) {
    if (directory.status === undefined)
      raise(
        'ssh_authorized_key.file',
        `the directory ${directory.path} does not exist; declare File[${directory.path}]`,
      );
    if (!isWritableByTrustedOnly(directory.status, 0)) {
      raise(
        'ssh_authorized_key.file',
        `${directory.path}, which ${path} leads through, can be changed by users other than root; remove drop_privileges: false, or let only root change it`,
      );
    }
  }
}
