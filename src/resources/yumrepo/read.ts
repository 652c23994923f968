import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { type attributes, type DesiredYumrepo, settingNames } from './attributes.js';
import type { RepoFile } from './repo-file.js';
import { findFile, type Repositories, readRepositories, resolvePath } from './repositories.js';

/** How a manifest declares that no proxy is used; yum accepts it as it is, dnf an empty value. */
export const NO_PROXY = '_none_';

/** Reads the states of repositories, whichever files they are in. */
export async function readYumrepos(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  try {
    const repositories = await session.once('yum repositories', () => readRepositories(session));
    return new Map(subjects.map(({ title, desired }) => [title, toState(desired, repositories)]));
  } catch (error) {
    const unreadable = Unreadable.because(error);
    return new Map(subjects.map(({ title }) => [title, unreadable]));
  }
}

/** Lists all repositories of the host. */
export async function listYumrepos(session: Session): Promise<ReadonlyMap<string, State>> {
  const { files } = await readRepositories(session);
  return new Map(
    [...files.values()].flatMap((file) =>
      file.sections
        .filter((name) => name !== 'main')
        .map((name): [string, State] => [name, observeSection(file, name)]),
    ),
  );
}

function toState(desired: DesiredYumrepo, repositories: Repositories): State {
  const { name, target, ensure } = desired;
  const path = findFile(name, repositories);
  const file = path === undefined ? undefined : repositories.files.get(path);
  if (file === undefined) return { ensure: 'absent' };
  // A repository that has to move is created again in the other file.
  if (ensure === 'present' && path !== resolvePath(name, target, repositories)) return { ensure: 'absent' };
  return observeSection(file, name);
}

function observeSection(file: RepoFile, name: string): State {
  const settings = file.settings(name);
  const values = [...settingNames].map(([attribute, key]) => {
    const value = fromLatin1(settings.get(key)) ?? 'absent';
    return [attribute, attribute === 'proxy' && value === '' ? NO_PROXY : value];
  });
  return { ensure: 'present', ...Object.fromEntries(values) };
}

/** Files are read one character per byte, so that bytes that are not UTF-8 stay as they are. */
function fromLatin1(value: string | undefined): string | undefined {
  return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
}
