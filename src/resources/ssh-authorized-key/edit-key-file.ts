import { isUtf8 } from 'node:buffer';
import { dirname, join } from 'node:path/posix';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { readAccounts } from '../../hosts/accounts.js';
import { OUTPUT_LIMIT } from '../../hosts/command.js';
import { isWritableByTrustedOnly } from '../../hosts/file-trust.js';
import { isTemporaryName, temporaryName } from '../../hosts/temporary-name.js';
import { runTool } from '../tools/run-tool.js';
import { KeyFile } from './key-file.js';
import { readPathDirectories } from './path-directories.js';

/** The size in bytes above which a file is not edited: of the output of a command, only so much is read as a whole. */
const LARGEST = OUTPUT_LIMIT / 2;

/** A file of keys, and the user whose it is. */
export interface UserKeyFile {
  readonly user: string;
  readonly path: string;
  /** Whether everything in it is done with the rights of that user. */
  readonly asUser: boolean;
}

/** Where a user's keys stand unless somebody says otherwise; undefined where there is no such user. */
export async function findDefaultPath(session: Session, user: string): Promise<string | undefined> {
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  await accounts.queryServices(session.host, { users: [user] });
  const home = accounts.findUser(user)?.home;
  return home === undefined ? undefined : toKeyFilePath(home);
}

/** The file of keys in a home directory. */
export function toKeyFilePath(home: string): string {
  return `${home}/.ssh/authorized_keys`;
}

/** Reads files of keys by their paths; what cannot be read gives the error in its place. */
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
 * Edits a file of keys. With the rights of the user, so that no link which the user has made leads anywhere that the
 * user could not write anyway; or as root, in directories that nobody else can change.
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
  // Read with the user's rights as well: what root alone may read must not come into a file of the user.
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

/** Removes what runs that were killed have left of this user's beside the path; others may have any file there. */
async function removeLeftovers(session: Session, user: string, path: string): Promise<void> {
  const { files } = session.host;
  const directory = dirname(path);
  // Whoever goes on to write there says better what is wrong with it.
  const names = (await files.list(directory).catch(() => undefined)) ?? [];
  const places = names.filter((name) => isTemporaryName(name, path)).map((name) => join(directory, name));
  if (places.length === 0) return;
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  const uid = accounts.findUser(user)?.uid;
  const found = await files.status(places);
  const own = places.filter((_place, index) => {
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
  const accounts = await session.once('accounts', () => readAccounts(session.host));
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

/** What cannot be read as text would be written back as something else. */
function createEncodingError(path: string): Error {
  return new Error(`${path} is not in UTF-8; convert it first`);
}

/** Every directory on the way must be root's, and nobody else's to write: those too that links lead through. */
async function requireTrustedDirectories({ host }: Session, path: string): Promise<void> {
  for (const place of await readPathDirectories(host.files, path)) {
    if (place.status === undefined)
      raise('ssh_authorized_key.file', `there is no directory ${place.path}; declare File[${place.path}]`);
    if (!isWritableByTrustedOnly(place.status, 0)) {
      raise(
        'ssh_authorized_key.file',
        `${place.path}, through which ${path} leads, can be changed by others than root; leave out drop_privileges: false, or make it root's alone`,
      );
    }
  }
}
