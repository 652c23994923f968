import { normalize } from 'node:path/posix';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { type Accounts, readAccounts } from '../../hosts/accounts.js';
import { isWritableByTrustedOnly } from '../../hosts/trusted-owner.js';
import { editKeyFile, readKeyFiles, toKeyFilePath } from '../ssh-authorized-key/edit-key-file.js';
import { readPathDirectories } from '../ssh-authorized-key/path-directories.js';
import type { DesiredUser } from './attributes.js';

/** A file in which a user may only have keys of the catalog. */
interface GuardedFile {
  readonly path: string;
  /** The names of the keys that the catalog declares. */
  readonly declared: ReadonlySet<string>;
}

/** Finds the keys that a purge of the user's keys removes, each with its file. */
export async function findUndeclaredKeys(
  session: Session,
  desired: DesiredUser,
): Promise<string[] | Unreadable> {
  const files = await findGuardedFiles(session, desired);
  const read = await readKeyFiles(
    session,
    files.map(({ path }) => path),
  );
  const undeclaredKeys: string[] = [];
  for (const { path, declared } of files) {
    const file = read.get(path);
    if (file instanceof Error) return Unreadable.because(file);
    for (const { name, unnamed } of file?.keys ?? [])
      if (!declared.has(name)) undeclaredKeys.push(unnamed ? name : `${name} in ${path}`);
  }
  return undeclaredKeys.sort();
}

/** Removes the stray keys of a user from its files. */
export async function removeUndeclaredKeys(session: Session, desired: DesiredUser): Promise<void> {
  const { name: user } = desired;
  const files = await findGuardedFiles(session, desired);
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

async function findGuardedFiles(session: Session, desired: DesiredUser): Promise<GuardedFile[]> {
  const { name, home, purge_ssh_keys: where = false } = desired;
  if (where === false) return [];
  // Read again: the account may just have been created, or its home directory moved.
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
 * Finds the names of the keys that the catalog declares in a file, by whatever path. A key is identified by name and file:
 * one of the same name for another user does not count.
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
  session.managed('ssh_authorized_key', ({ desired }) => {
    targets.add(targetOf(desired) ?? path);
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
  return session.managed('ssh_authorized_key', ({ desired }) => {
    const target = targetOf(desired);
    return target !== undefined && real.get(target) === real.get(path);
  });
}

/**
 * Whether a file is written as the user: unless all directories of its path belong to root, as for keys that administrators
 * distribute. In any other path, the user may have created links.
 */
async function isWrittenAsUser(session: Session, user: string, path: string): Promise<boolean> {
  const accounts: Accounts = await readAccounts(session.host);
  if (accounts.findUser(user)?.uid === 0) return true;
  const way = await readPathDirectories(session.host.files, path);
  return !way.every(({ status }) => status !== undefined && isWritableByTrustedOnly(status, 0));
}
