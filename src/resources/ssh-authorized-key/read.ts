import { type Change, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { readAccounts } from '../../hosts/accounts.js';
import type { attributes, WantedKey } from './attributes.js';
import {
  editKeyFile,
  findDefaultPath,
  readKeyFiles,
  toKeyFilePath,
  type UserKeyFile,
} from './edit-key-file.js';
import type { KeyFile } from './key-file.js';
import type { AuthorizedKey } from './key-line.js';

type Attributes = typeof attributes;

const absent: State = { ensure: 'absent' };

/** Keys of users. Each file is read once for all its keys, and written once for all changes. */
export const provider: Provider<Attributes> = {
  async read(session, subjects) {
    const paths = new Map<Subject<Attributes>, string | undefined>();
    for (const subject of subjects) paths.set(subject, await findPath(session, subject.wanted));
    const known = [...new Set(paths.values())].filter((path) => path !== undefined);
    const files = await readKeyFiles(session, known);
    const managed = session.managed('user', ({ wanted }) => wanted.ensure !== 'absent');
    return new Map(
      subjects.map((subject) => {
        const path = paths.get(subject);
        const state =
          path === undefined
            ? toStateWithoutUser(subject.wanted, managed)
            : findState(files.get(path), subject.wanted.name);
        return [subject.title, state] as const;
      }),
    );
  },

  async changeAll(session, changes) {
    const files = new Map<string, { file: UserKeyFile; changes: Change<Attributes>[] }>();
    for (const change of changes) {
      const file = await findFile(session, change.subject.wanted);
      const key = JSON.stringify(file);
      const known = files.get(key);
      if (known === undefined) files.set(key, { file, changes: [change] });
      else known.changes.push(change);
    }
    for (const { file, changes: group } of files.values()) {
      await editKeyFile(session, file, (keys) => {
        for (const change of group) applyChange(keys, change);
      });
    }
  },

  batchBy: ({ wanted }) => wanted.target ?? `~${wanted.user}`,

  /** The keys of all users, and those in files that the catalog names. */
  async list(session, subjects) {
    const accounts = await session.once('accounts', () => readAccounts(session.host));
    const owners = new Map<string, string>();
    for (const { name, home } of accounts.users) owners.set(toKeyFilePath(home), name);
    for (const { wanted } of subjects)
      if (wanted.target !== undefined) owners.set(wanted.target, wanted.user ?? 'root');
    const states = new Map<string, State>();
    for (const [path, file] of await readKeyFiles(session, [...owners.keys()])) {
      if (file instanceof Error) throw file;
      const user = owners.get(path) as string;
      for (const key of file.keys) {
        const { name } = key;
        const title = states.has(name) ? toTitle(path, name) : name;
        states.set(title, { ...toState(key), name, user, target: path });
      }
    }
    return states;
  },

  /**
   * A purge looks into the files alone that the catalog has keys of: nobody is locked out whom no resource speaks of.
   * What tells a key is its name and its file, so that a key which is wanted of one user is a stray with another.
   */
  async strays(session, subjects) {
    const files = new Map<string, { owner: WantedKey; names: Set<string> }>();
    for (const { wanted } of subjects) {
      const path = await findPath(session, wanted);
      if (path === undefined) continue;
      const file = files.get(path) ?? { owner: wanted, names: new Set() };
      files.set(path, file);
      file.names.add(wanted.name);
    }
    const states = new Map<string, State>();
    for (const [path, read] of await readKeyFiles(session, [...files.keys()])) {
      if (read instanceof Error) throw read;
      const { owner, names } = files.get(path) as { owner: WantedKey; names: Set<string> };
      const { user, drop_privileges } = owner;
      for (const key of read.keys) {
        if (names.has(key.name)) continue;
        const place = { user, target: path, drop_privileges };
        states.set(toTitle(path, key.name), { ...toState(key), name: key.name, ...place });
      }
    }
    return states;
  },
};

function toTitle(path: string, name: string): string {
  return name.startsWith(`${path}:`) ? name : `${name} in ${path}`;
}

/** Who brings the user may bring the key as well; and of a user who is not there, no key is. */
function toStateWithoutUser({ user, ensure }: WantedKey, managed: ReadonlySet<string>): State | Unreadable {
  if (ensure === 'absent' || managed.has(user ?? '')) return absent;
  return new Unreadable(`the user ${user} does not exist`, false, true);
}

function findState(file: KeyFile | Error | undefined, name: string): State | Unreadable {
  if (file instanceof Error) return Unreadable.because(file);
  const key = file?.find(name);
  return key === undefined ? absent : toState(key);
}

function toState({ type, key, options }: AuthorizedKey): State {
  return { ensure: 'present', type, key, options };
}

function applyChange(keys: KeyFile, { subject, diff }: Change<Attributes>): void {
  const { name, type = '', key = '', options } = subject.wanted;
  if (diff.removes) keys.remove((one) => one.name === name);
  else keys.put({ name, type, key, options });
}

async function findPath(session: Session, { user = '', target }: WantedKey): Promise<string | undefined> {
  return target ?? (await findDefaultPath(session, user));
}

async function findFile(session: Session, wanted: WantedKey): Promise<UserKeyFile> {
  const { user = '', drop_privileges: asUser } = wanted;
  const path = await findPath(session, wanted);
  if (path === undefined || (await findDefaultPath(session, user)) === undefined)
    raise('ssh_authorized_key.file', `the user ${user} does not exist`);
  return { user, path, asUser };
}
