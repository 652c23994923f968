import {
  type GroupAccount,
  hasOtherSources,
  parseGroup,
  parsePasswd,
  type UserAccount,
} from './account-files.js';
import type { Host } from './host.js';

const NUMBER = /^\d+$/;

/**
 * The users and groups of a host: those of its files, and those that `learn` was asked for and a directory
 * service knows. Where two share a name or number, the first counts, as it does for the C library.
 */
export class Accounts {
  readonly #users = new Index<UserAccount>((user) => user.uid);
  readonly #groups = new Index<GroupAccount>((group) => group.gid);
  /** Whether the host takes users and groups from elsewhere than its files. */
  readonly #elsewhere: { readonly users: boolean; readonly groups: boolean };
  readonly #asked = new Set<string>();

  /** From the texts of `/etc/passwd`, `/etc/group` and `/etc/nsswitch.conf`. */
  constructor(passwd: string, group: string, nsswitch = '') {
    this.#users.add(parsePasswd(passwd));
    this.#groups.add(parseGroup(group));
    this.#elsewhere = {
      users: hasOtherSources(nsswitch, 'passwd'),
      groups: hasOtherSources(nsswitch, 'group'),
    };
  }

  /** Every user known, in the order of the file. */
  get users(): readonly UserAccount[] {
    return this.#users.all;
  }

  /** Every group known, in the order of the file. */
  get groups(): readonly GroupAccount[] {
    return this.#groups.all;
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
    return this.#users.find(name);
  }

  /** The whole entry of a group, by name or number. */
  findGroup(name: string | number): GroupAccount | undefined {
    return this.#groups.find(name);
  }

  /**
   * Asks the host's directory services (LDAP, SSSD, systemd) for what its files do not have: at most one call for
   * all users and one for all groups, and none where the files are all there is.
   */
  async learn(
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
  const texts = await host.files.read(['/etc/passwd', '/etc/group', '/etc/nsswitch.conf']);
  const [passwd, group, nsswitch] = texts.map((text) => {
    if (text instanceof Error) throw text;
    return text?.toString('utf8') ?? '';
  });
  return new Accounts(passwd ?? '', group ?? '', nsswitch);
}

/** Entries by name and by number. */
class Index<E> {
  readonly all: E[] = [];
  readonly byName = new Map<string, E>();
  readonly byNumber = new Map<number, E>();
  readonly number: (entry: E) => number;

  constructor(number: (entry: E) => number) {
    this.number = number;
  }

  add(entries: Iterable<E & { readonly name: string }>): void {
    for (const entry of entries) {
      if (this.byName.has(entry.name)) continue;
      this.all.push(entry);
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
  const entry = index.find(name);
  if (entry !== undefined) return index.number(entry);
  return NUMBER.test(String(name)) ? Number(name) : undefined;
}

/** What is not found makes `getent` end with status 2, and what is found is printed all the same. */
async function getent(host: Host, database: string, keys: readonly string[]): Promise<string> {
  if (keys.length === 0) return '';
  const { stdout } = await host.run({ argv: ['getent', '--', database, ...keys], timeout: 30 });
  return stdout;
}
