import { normalize } from 'node:path/posix';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { type Accounts, readAccounts } from '../../hosts/accounts.js';
import { isOnlyOurs } from '../../hosts/owner-rule.js';
import { editKeyFile, readKeyFiles, toKeyFilePath } from '../ssh-authorized-key/edit-key-file.js';
import { readPathDirectories } from '../ssh-authorized-key/path-directories.js';
import type { WantedUser } from './attributes.js';

/** A file in which the catalog wants no other keys of a user than its own. */
interface GuardedFile {
  readonly path: string;
  /** The names of the keys that resources of the catalog speak of. */
  readonly declared: ReadonlySet<string>;
}

/** The keys that a purge of the user's keys takes out, each with its file. */
export async function findStrayKeys(session: Session, wanted: WantedUser): Promise<string[] | Unreadable> {
  const files = await findGuardedFiles(session, wanted);
  const read = await readKeyFiles(
    session,
    files.map(({ path }) => path),
  );
  const strays: string[] = [];
  for (const { path, declared } of files) {
    const file = read.get(path);
    if (file instanceof Error) return Unreadable.because(file);
    for (const { name, unnamed } of file?.keys ?? [])
      if (!declared.has(name)) strays.push(unnamed ? name : `${name} in ${path}`);
  }
  return strays.sort();
}

/** Takes the stray keys of a user out of its files. */
export async function purgeStrayKeys(session: Session, wanted: WantedUser): Promise<void> {
  const { name: user } = wanted;
  const files = await findGuardedFiles(session, wanted);
  const read = await readKeyFiles(
    session,
    files.map(({ path }) => path),
  );
  for (const { path, declared } of files) {
    const file = read.get(path);
    if (file instanceof Error) throw file;
    if (file === undefined || file.keys.every(({ name }) => declared.has(name))) continue;
    const asUser = await isWrittenAsUser(session, user, path);
    await editKeyFile(session, { user, path, asUser }, (keys) =>
      keys.remove(({ name }) => !declared.has(name)),
    );
  }
}

async function findGuardedFiles(session: Session, wanted: WantedUser): Promise<GuardedFile[]> {
  const { name, home, purge_ssh_keys: where = false } = wanted;
  if (where === false) return [];
  // Read anew: the account may have been made, or moved, a moment ago.
  const accounts = await readAccounts(session.host);
  const homeOf = (user: unknown) =>
    user === name && home !== undefined ? home : accounts.findUser(String(user))?.home;
  const own = homeOf(name);
  const paths = (where === true ? ['~/.ssh/authorized_keys'] : where).flatMap((path) => {
    if (path.startsWith('/')) return normalize(path);
    return own === undefined ? [] : normalize(path.replace(/^(?:~|%h)/, own));
  });
  return Promise.all(
    [...new Set(paths)].map(async (path) => ({
      path,
      declared: await findDeclaredKeys(session, path, homeOf),
    })),
  );
}

/**
 * What tells a key is its name and its file, by whatever names the file is called: one of the same name that another
 * user is to have does not count.
 */
async function findDeclaredKeys(
  session: Session,
  path: string,
  homeOf: (user: unknown) => string | undefined,
): Promise<ReadonlySet<string>> {
  const targetOf = ({ user, target }: Readonly<Record<string, unknown>>) => {
    const home = homeOf(user);
    const file = target ?? (home && toKeyFilePath(home));
    return typeof file === 'string' ? normalize(file) : undefined;
  };
  const targets = new Set<string>([path]);
  session.managed('ssh_authorized_key', ({ wanted }) => {
    targets.add(targetOf(wanted) ?? path);
    return false;
  });
  const names = [...targets];
  const resolved = await session.host.files.resolve(names);
  const real = new Map(
    names.map((name, index) => {
      const one = resolved[index];
      return [name, one === undefined || one instanceof Error ? name : one.path];
    }),
  );
  return session.managed('ssh_authorized_key', ({ wanted }) => {
    const target = targetOf(wanted);
    return target !== undefined && real.get(target) === real.get(path);
  });
}

/**
 * Whether a file is written with the rights of the user: unless its whole way is root's alone, as that of keys which
 * administrators hand out. The user may have made links on any other.
 */
async function isWrittenAsUser(session: Session, user: string, path: string): Promise<boolean> {
  const accounts: Accounts = await readAccounts(session.host);
  if (accounts.findUser(user)?.uid === 0) return true;
  const way = await readPathDirectories(session.host.files, path);
  return !way.every(({ status }) => status !== undefined && isOnlyOurs(status, 0));
}
