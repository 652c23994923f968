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
 * The users and groups of a host: those of its files, and those that `learn` was asked for and a directory
 * service knows. Where two share a name or number, the first counts, as it does for the C library.
 */
export class Accounts {
  readonly #users: Index<UserAccount>;
  readonly #groups: Index<GroupAccount>;
  /** Whether the host takes users and groups from elsewhere than its files. */
  readonly #elsewhere: { readonly users: boolean; readonly groups: boolean };
  readonly #asked = new Set<string>();

  /**
   * From the texts of `/etc/passwd`, `/etc/group` and `/etc/nsswitch.conf`. Where one of the first two could not be read,
   * whoever asks for what only it can say gets the error: numbers stand for themselves all the same.
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

  /** Every user known, in the order of the file. */
  get users(): readonly UserAccount[] {
    return this.#users.all();
  }

  /** Every group known, in the order of the file. */
  get groups(): readonly GroupAccount[] {
    return this.#groups.all();
  }

  /** A user's number. A number, also one written as text, stands for itself unless a user has it as a name. */
  uid(name: string | number): number | undefined {
    return numberOf(name, this.#users);
  }

  /** A group's number, by the same rules. */
  gid(name: string | number): number | undefined {
    return numberOf(name, this.#groups);
  }

  /** The name of a user, or the number as text where it has none. */
  user(uid: number): string {
    return this.#users.byNumber.get(uid)?.name ?? String(uid);
  }

  /** The name of a group, or the number as text where it has none. */
  group(gid: number): string {
    return this.#groups.byNumber.get(gid)?.name ?? String(gid);
  }

  /** The whole entry of a user, by name or number. */
  findUser(name: string | number): UserAccount | undefined {
    return this.#users.get(name);
  }

  /** The whole entry of a group, by name or number. */
  findGroup(name: string | number): GroupAccount | undefined {
    return this.#groups.get(name);
  }

  /**
   * Asks the host's directory services (LDAP, SSSD, systemd) for what its files do not have: at most one call for
   * all users and one for all groups, and none where the files are all there is.
   */
  async queryServices(
    host: Host,
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
export async function readAccounts(host: Host): Promise<Accounts> {
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

/** The text of a file of accounts, or why it cannot be read: in few words, because many resources may need it. */
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
    /** What the entries are from, or why it could not be read. */
    private readonly file: string | Error,
  ) {}

  /** @throws where the file could not be read */
  all(): readonly E[] {
    if (this.file instanceof Error) throw this.file;
    return this.#all;
  }

  /** @throws where the file could not be read, and nothing else has the entry */
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

/** What is not found makes `getent` end with status 2, and what is found is printed all the same. */
async function getent(host: Host, database: string, keys: readonly string[]): Promise<string> {
  if (keys.length === 0) return '';
  const { stdout } = await host.run({ argv: ['getent', '--', database, ...keys], timeout: 30 });
  return stdout;
}
