import { dirname, join } from 'node:path/posix';
import { ensureDefined } from '../errors/ensure-defined.js';
import { type GroupAccount, parseGroup, parsePasswd, type UserAccount } from './account-files.js';
import { describeKind } from './describe-kind.js';
import type { FileStatus, HostFiles, RealFile } from './host-files.js';
import { MAX_LINKS } from './max-links.js';
import { isPermissionDenied } from './system-error.js';
import { currentUid, isTrustedUser } from './trusted-owner.js';

const STICKY = 0o1000;
const GROUP_WRITES = 0o020;
const OTHERS_WRITE = 0o002;

/** An entry that users other than root and the user of a run can change, and thereby determine what the run does. */
export interface UntrustedPath {
  readonly path: string;
  readonly status: FileStatus;
  readonly fault: 'owner' | 'mode' | 'kind' | 'names';
}

/** Users that are trusted in addition to root and the user of the run. */
export interface Trust {
  /** Users by number. @default none */
  readonly users?: readonly number[] | undefined;
}

/**
 * Returns what others could change about a path: one of the directories that lead to it, links included, or its target.
 * Undefined if nothing is found, or if the rest of the path does not exist yet.
 *
 * The rules are those of sudo and ssh: everything belongs to root or the user of the run, and neither its group nor
 * others may write it, except for a group whose only member is its owner. In a directory with the sticky bit, such as
 * /tmp, our own entries are still ours. Since paths are checked from the top down, no other user can exchange what was
 * accepted.
 */
export async function findUntrusted(files: HostFiles, path: string): Promise<UntrustedPath | undefined> {
  return findFirstUntrusted(files, [path]);
}

/** Does the same for several paths; each directory is checked once. */
export async function findFirstUntrusted(
  files: HostFiles,
  paths: Iterable<string>,
  trust: Trust = {},
): Promise<UntrustedPath | undefined> {
  const search = new Search(files, trust);
  for (const path of paths) {
    const found = await search.checkPath(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Finds the first untrusted entry of a directory's path or of its content, at any depth and through this user's own
 * links. Within it, anything that is neither a file nor a directory is also reported, and so is a file with several
 * names, because another user may have linked it there. Entries that this user cannot read are skipped.
 */
export async function findUntrustedWithin(
  files: HostFiles,
  directory: string,
): Promise<UntrustedPath | undefined> {
  const search = new Search(files, {});
  return (await search.checkPath(directory)) ?? search.checkTree(directory);
}

/**
 * Returns why an existing file is not trusted, and what to do about it; undefined if no other user can have written it.
 */
export async function explainDistrust(files: HostFiles, path: string): Promise<string | undefined> {
  const untrusted = await findUntrusted(files, path);
  if (untrusted === undefined) return undefined;
  return `${path} is not trusted, because other users could have written it: ${await describeUntrusted(untrusted, files)}`;
}

/** Describes what is wrong with an untrusted path, and what to do about it. */
export async function describeUntrusted(
  { path, status, fault }: UntrustedPath,
  files: HostFiles,
): Promise<string> {
  switch (fault) {
    case 'owner': {
      const [passwd] = await files.read(['/etc/passwd']);
      const users = Buffer.isBuffer(passwd) ? parsePasswd(passwd.toString('utf8')) : [];
      const nameOf = (uid: number) => users.find((user) => user.uid === uid)?.name ?? `${uid}`;
      const self = nameOf(currentUid());
      const user = nameOf(status.uid);
      if (status.kind === 'link')
        return `${path} is a symbolic link of the user ${user}, who could change it; if it leads where it should, make ${self} its owner (chown -h ${self} ${path})`;
      // Making root the owner of a user's home directory would be wrong advice.
      return status.kind === 'directory'
        ? `${path} belongs to the user ${user}, who could exchange what is in it; use a directory of ${self}'s instead, or make ${self} the owner of this one (chown ${self} ${path})`
        : `${path} belongs to the user ${user}, who could change it; if its content is correct, make ${self} its owner (chown ${self} ${path})`;
    }
    case 'mode': {
      const who = (status.mode & OTHERS_WRITE) === 0 ? 'its group' : 'everybody';
      const mode = status.mode.toString(8).padStart(4, '0');
      return `${path} can be changed by ${who} (mode ${mode}); take that away (chmod go-w ${path})`;
    }
    case 'kind':
      return `${path} is a ${describeKind(status)}, and nothing that a run makes; find out whose it is and remove it`;
    case 'names':
      return `${path} has other names as well (hard links), under which others may change it; find out whose it is and remove it`;
  }
}

/** A single search for what others could change. */
class Search {
  readonly #known = new Map<string, FileStatus | undefined | Error>();
  #accounts: Accounts | undefined;

  constructor(
    private readonly files: HostFiles,
    private readonly trust: Trust,
  ) {}

  async checkPath(path: string): Promise<UntrustedPath | undefined> {
    // Dots are kept, because their meaning depends on links.
    const names = (path.startsWith('/') ? path : `${process.cwd()}/${path}`).split('/');
    await this.#lookAhead(names);
    let directory = '/';
    let shared = false;
    for (let links = 0; names.length > 0; ) {
      const name = ensureDefined(names.shift());
      if (name === '..') directory = dirname(directory);
      if (name === '.' || name === '..') continue;
      // The first name of an absolute path is empty: the root itself.
      const at = join(directory, name);
      const status = await this.#look(at);
      if (status === undefined) return undefined;
      const isLink = status.kind === 'link';
      // No other user can have put a link into a directory that is ours alone.
      if (!this.#isOwn(status) && (!isLink || shared)) return { path: at, status, fault: 'owner' };
      if (status.target !== undefined) {
        links += 1;
        if (links > MAX_LINKS) return { path: at, status, fault: 'kind' };
        names.unshift(...status.target.split('/'));
        if (status.target.startsWith('/')) directory = '/';
        continue;
      }
      const isLast = names.every((one) => one === '' || one === '.');
      const writable = await this.#isWritable(status);
      shared = writable && status.kind === 'directory' && (status.mode & STICKY) !== 0;
      if (writable && (isLast || !shared)) return { path: at, status, fault: 'mode' };
      directory = at;
    }
    return undefined;
  }

  async checkTree(directory: string): Promise<UntrustedPath | undefined> {
    const waiting = [directory];
    const seen = new Set<string>();
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      const above = folder;
      const names = await this.files.list(above).catch(() => undefined);
      const paths = (names ?? []).map((name) => join(above, name));
      const [statuses, real] = await Promise.all([this.files.status(paths), this.files.resolve(paths)]);
      for (const [index, path] of paths.entries()) {
        const [status, end] = [statuses[index], real[index]];
        if (status === undefined || status instanceof Error) continue;
        const found =
          status.kind === 'link' && this.#isOwn(status)
            ? await this.checkPath(path)
            : await this.#entry(path, status, end);
        if (found !== undefined) return found;
        // Links may form a cycle.
        if (end === undefined || end instanceof Error || seen.has(end.path)) continue;
        seen.add(end.path);
        if (status.kind !== 'file') waiting.push(end.path);
      }
    }
    return undefined;
  }

  async #entry(
    path: string,
    status: FileStatus,
    end: RealFile | Error | undefined,
  ): Promise<UntrustedPath | undefined> {
    if (!this.#isOwn(status)) return { path, status, fault: 'owner' };
    if (status.kind === 'other') return { path, status, fault: 'kind' };
    if (await this.#isWritable(status)) return { path, status, fault: 'mode' };
    const isShared = end !== undefined && !(end instanceof Error) && end.shared !== undefined;
    return isShared ? { path, status, fault: 'names' } : undefined;
  }

  /** Reads all entries on a path from the top down, in one call: each one may be a round trip to another machine. */
  async #lookAhead(names: readonly string[]): Promise<void> {
    const end = names.indexOf('..');
    const plain = (end < 0 ? names : names.slice(0, end)).filter((name) => name !== '' && name !== '.');
    const paths = ['/', ...plain.map((_, index) => `/${plain.slice(0, index + 1).join('/')}`)];
    const unknown = paths.filter((path) => !this.#known.has(path));
    if (unknown.length === 0) return;
    const statuses = await this.files.status(unknown);
    for (const [index, path] of unknown.entries()) this.#known.set(path, statuses[index]);
  }

  async #look(path: string): Promise<FileStatus | undefined> {
    if (!this.#known.has(path)) this.#known.set(path, (await this.files.status([path]))[0]);
    const status = this.#known.get(path);
    // A path that cannot be read cannot be relied on either.
    if (status instanceof Error && !isPermissionDenied(status)) throw status;
    return status instanceof Error ? undefined : status;
  }

  #isOwn({ uid }: FileStatus): boolean {
    return isTrustedUser(uid) || (this.trust.users ?? []).includes(uid);
  }

  async #isWritable({ mode, uid, gid }: FileStatus): Promise<boolean> {
    if ((mode & OTHERS_WRITE) !== 0) return true;
    if ((mode & GROUP_WRITES) === 0) return false;
    this.#accounts ??= await accountsOf(this.files);
    return !isPrivateGroup(this.#accounts, uid, gid);
  }
}

interface Accounts {
  readonly users: readonly UserAccount[];
  readonly groups: readonly GroupAccount[];
}

async function accountsOf(files: HostFiles): Promise<Accounts> {
  const [passwd, group] = await files.read(['/etc/passwd', '/etc/group']);
  return {
    users: Buffer.isBuffer(passwd) ? parsePasswd(passwd.toString('utf8')) : [],
    groups: Buffer.isBuffer(group) ? parseGroup(group.toString('utf8')) : [],
  };
}

/** Returns whether a group belongs to a single user: many systems create one for each user. */
function isPrivateGroup({ users, groups }: Accounts, uid: number, gid: number): boolean {
  return (
    users.every((user) => user.gid !== gid || user.uid === uid) &&
    groups.some(
      ({ name, gid: own, members }) =>
        own === gid &&
        users.some((user) => user.name === name && user.gid === gid) &&
        members.every((member) => member === name),
    )
  );
}
