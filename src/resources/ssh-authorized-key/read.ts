import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';
import { listCreated } from '../tools/created-resources.js';
import type { attributes, DesiredKey } from './attributes.js';
import { readKeyFiles, toKeyFilePath } from './edit-key-file.js';
import type { KeyFile } from './key-file.js';
import { findPath } from './key-file-path.js';
import type { AuthorizedKey } from './key-line.js';

type KeySubject = Subject<typeof attributes>;

const absent: State = { ensure: 'absent' };

/** Reads the state of keys. Each file is read once. */
export async function readKeys(
  session: Session,
  subjects: readonly KeySubject[],
): Promise<Map<string, State | Unreadable>> {
  const paths = new Map<KeySubject, string | undefined>();
  for (const subject of subjects) paths.set(subject, await findPath(session, subject.desired));
  const known = [...new Set(paths.values())].filter((path) => path !== undefined);
  const files = await readKeyFiles(session, known);
  const created = listCreated(session, 'user');
  return new Map(
    subjects.map((subject) => {
      const path = paths.get(subject);
      const state =
        path === undefined
          ? toStateWithoutUser(subject.desired, created)
          : findState(files.get(path), subject.desired.name);
      return [subject.title, state] as const;
    }),
  );
}

/** Lists the keys of all users, and those in files that the catalog names. */
export async function listKeys(
  session: Session,
  subjects: readonly KeySubject[],
): Promise<Map<string, State>> {
  const accounts = await readSharedAccounts(session);
  const owners = new Map<string, string>();
  for (const { name, home } of accounts.users) owners.set(toKeyFilePath(home), name);
  for (const { desired } of subjects)
    if (desired.target !== undefined) owners.set(desired.target, desired.user ?? 'root');
  const states = new Map<string, State>();
  for (const [path, file] of await readKeyFiles(session, [...owners.keys()])) {
    if (file instanceof Error) throw file;
    const user = ensureDefined(owners.get(path));
    for (const key of file.keys) {
      const { name } = key;
      const title = states.has(name) ? toTitle(path, name) : name;
      states.set(title, { ...toState(key), name, user, target: path });
    }
  }
  return states;
}

/**
 * Finds keys that are not declared. A purge only reads files of which the catalog declares keys, so that no user loses
 * access without being declared. A key is identified by name and file: one that is declared for one user is a stray of
 * another.
 */
export async function listUnmanaged(
  session: Session,
  subjects: readonly KeySubject[],
): Promise<Map<string, State>> {
  const files = new Map<string, { owner: DesiredKey; names: Set<string> }>();
  for (const { desired } of subjects) {
    const path = await findPath(session, desired);
    if (path === undefined) continue;
    const file = files.get(path) ?? { owner: desired, names: new Set() };
    files.set(path, file);
    file.names.add(desired.name);
  }
  const states = new Map<string, State>();
  for (const [path, read] of await readKeyFiles(session, [...files.keys()])) {
    if (read instanceof Error) throw read;
    const { owner, names } = ensureDefined(files.get(path));
    const { user, drop_privileges } = owner;
    for (const key of read.keys) {
      if (names.has(key.name)) continue;
      const location = { user, target: path, drop_privileges };
      states.set(toTitle(path, key.name), { ...toState(key), name: key.name, ...location });
    }
  }
  return states;
}

function toTitle(path: string, name: string): string {
  return name.startsWith(`${path}:`) ? name : `${name} in ${path}`;
}

/** A user that does not exist has no keys; a resource that creates the user may create the key too. */
function toStateWithoutUser({ user, ensure }: DesiredKey, created: ReadonlySet<string>): State | Unreadable {
  if (ensure === 'absent' || created.has(user ?? '')) return absent;
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
