import {
  type GroupAccount,
  hasOtherSources,
  parseGroup,
  parsePasswd,
  type UserAccount,
} from './account-files.js';
import type { Host } from './host.js';
import { HostError } from './host-error.js';
import { codeOf, isPermissionDenied } from './system-error.js';

const NUMBER = /^\d+$/;

/**
 * The users and groups of a host: those in its files, and those that `queryServices` found in a directory service. If
 * two share a name or number, the first one counts, as in the C library.
 */
export class Accounts {
  readonly #users: Index<UserAccount>;
  readonly #groups: Index<GroupAccount>;
  /** Whether the host reads users and groups from sources other than its files. */
  readonly #elsewhere: { readonly users: boolean; readonly groups: boolean };
  readonly #asked = new Set<string>();

  /**
   * Parses the content of `/etc/passwd`, `/etc/group` and `/etc/nsswitch.conf`. If one of the first two could not be
   * read, the methods that need it throw the error; numbers are still returned unchanged.
   */
  constructor(passwd: string | Error, group: string | Error, nsswitch = '') {
    this.#users = new Index((user) => user.uid, passwd);
    this.#groups = new Index((group) => group.gid, group);
    if (typeof passwd === 'string') this.#users.add(parsePasswd(passwd));
    if (typeof group === 'string') this.#groups.add(parseGroup(group));
    this.#elsewhere = {
      users: hasOtherSources(nsswitch, 'passwd'),
      groups: hasOtherSources(nsswitch, 'group'),
    };
  }

  /** All known users, in the order of the file. */
  get users(): readonly UserAccount[] {
    return this.#users.all();
  }

  /** All known groups, in the order of the file. */
  get groups(): readonly GroupAccount[] {
    return this.#groups.all();
  }

  /** Returns the ID of a user. A number, also as a string, is returned unchanged unless it is the name of a user. */
  uid(name: string | number): number | undefined {
    return numberOf(name, this.#users);
  }

  /** Returns the ID of a group, by the same rules. */
  gid(name: string | number): number | undefined {
    return numberOf(name, this.#groups);
  }

  /** Returns the name of a user, or the number as a string if it has none. */
  user(uid: number): string {
    return this.#users.byNumber.get(uid)?.name ?? String(uid);
  }

  /** Returns the name of a group, or the number as a string if it has none. */
  group(gid: number): string {
    return this.#groups.byNumber.get(gid)?.name ?? String(gid);
  }

  /** Finds the entry of a user by name or number. */
  findUser(name: string | number): UserAccount | undefined {
    return this.#users.get(name);
  }

  /** Finds the entry of a group by name or number. */
  findGroup(name: string | number): GroupAccount | undefined {
    return this.#groups.get(name);
  }

  /**
   * Queries the host's directory services (LDAP, SSSD, systemd) for what is missing in its files: at most one call for
   * all users and one for all groups, and none if the files are the only source.
   */
  async queryServices(
    host: Pick<Host, 'run'>,
    names: { readonly users?: Iterable<string | number>; readonly groups?: Iterable<string | number> },
  ): Promise<void> {
    const users = this.#elsewhere.users ? this.#unknown('passwd', names.users ?? [], this.#users) : [];
    const groups = this.#elsewhere.groups ? this.#unknown('group', names.groups ?? [], this.#groups) : [];
    const [passwd, group] = await Promise.all([
      getent(host, 'passwd', users), //
      getent(host, 'group', groups),
    ]);
    this.#users.add(parsePasswd(passwd));
    this.#groups.add(parseGroup(group));
  }

  #unknown<E>(database: string, names: Iterable<string | number>, index: Index<E>): string[] {
    const unknown: string[] = [];
    for (const name of names) {
      const key = `${database} ${name}`;
      if (index.find(name) !== undefined || this.#asked.has(key)) continue;
      this.#asked.add(key);
      unknown.push(String(name));
    }
    return unknown;
  }
}

/** Reads a host's users and groups from its files; no process is started. */
export async function readAccounts(host: Pick<Host, 'files'>): Promise<Accounts> {
  const [passwd, group, nsswitch] = await host.files.read([
    '/etc/passwd',
    '/etc/group',
    '/etc/nsswitch.conf',
  ]);
  if (nsswitch instanceof Error) throw nsswitch;
  return new Accounts(
    decodeAccountFile('/etc/passwd', passwd),
    decodeAccountFile('/etc/group', group),
    nsswitch?.toString('utf8'),
  );
}

/**
 * Returns the content of an account file, or the reason why it cannot be read: a short one, because it is reported for
 * every resource that needs the file.
 */
export function decodeAccountFile(path: string, text: Buffer | undefined | Error): string | Error {
  if (!(text instanceof Error)) return text?.toString('utf8') ?? '';
  const code = codeOf(text);
  if (isPermissionDenied(text) || code === undefined) return text;
  return new HostError(`${path} cannot be read (${code}); restore it, ${path}- may be a copy`, code, path, {
    cause: text,
  });
}

/** Entries by name and by number. */
class Index<E> {
  readonly #all: E[] = [];
  readonly byName = new Map<string, E>();
  readonly byNumber = new Map<number, E>();

  constructor(
    readonly number: (entry: E) => number,
    /** The file that the entries were read from, or the error if it could not be read. */
    private readonly file: string | Error,
  ) {}

  /** @throws if the file could not be read. */
  all(): readonly E[] {
    if (this.file instanceof Error) throw this.file;
    return this.#all;
  }

  /** @throws if the file could not be read, and no other source has the entry. */
  get(name: string | number): E | undefined {
    const entry = this.find(name);
    if (entry === undefined && this.file instanceof Error) throw this.file;
    return entry;
  }

  add(entries: Iterable<E & { readonly name: string }>): void {
    for (const entry of entries) {
      if (this.byName.has(entry.name)) continue;
      this.#all.push(entry);
      this.byName.set(entry.name, entry);
      if (!this.byNumber.has(this.number(entry))) this.byNumber.set(this.number(entry), entry);
    }
  }

  find(name: string | number): E | undefined {
    const named = this.byName.get(String(name));
    if (typeof name === 'string' && named !== undefined) return named;
    return NUMBER.test(String(name)) ? this.byNumber.get(Number(name)) : undefined;
  }
}

function numberOf<E>(name: string | number, index: Index<E>): number | undefined {
  const entry = NUMBER.test(String(name)) ? index.find(name) : index.get(name);
  if (entry !== undefined) return index.number(entry);
  return NUMBER.test(String(name)) ? Number(name) : undefined;
}

/** Calls `getent`, which exits with status 2 if an entry is missing, but prints those that it has found. */
async function getent(host: Pick<Host, 'run'>, database: string, keys: readonly string[]): Promise<string> {
  if (keys.length === 0) return '';
  const { stdout } = await host.run({ argv: ['getent', '--', database, ...keys], timeout: 30 });
  return stdout;
}
