import { posix } from 'node:path';
import { type Diff, type Provider, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { reveal } from '../../secrets/secret.js';
import { type attributes, type DesiredYumrepo, settingNames } from './attributes.js';
import { RepoFile } from './repo-file.js';
import { findFile, type Repositories, readRepositories, resolvePath } from './repositories.js';

/** How a manifest says that no proxy is used; yum takes it as it is, dnf an empty value. */
const NO_PROXY = '_none_';
/** The first release of Enterprise Linux with dnf. */
const WITH_DNF = 8;

/** Reads and changes sections of yum's files, whichever of them has them. */
export const provider: Provider<typeof attributes> = {
  // Where a repository stands depends on all files together.
  locks: () => ['yum repositories'],
  edits: ({ wanted: { target } }) => (target?.startsWith('/') ? [target] : []),

  async read(session, subjects) {
    try {
      const repositories = await session.once('yum repositories', () => readRepositories(session));
      return new Map(subjects.map(({ title, wanted }) => [title, toState(wanted, repositories)]));
    } catch (error) {
      const why = Unreadable.because(error);
      return new Map(subjects.map(({ title }) => [title, why]));
    }
  },

  async change(session, { wanted }, diff) {
    const repositories = await readRepositories(session);
    const now = findFile(wanted.name, repositories);
    const place = resolvePath(wanted.name, wanted.target, repositories);
    const paths = [...new Set([place, ...(now === undefined ? [] : [now])])];
    await makeDirectory(session, posix.dirname(place));
    await session.exclusively(paths, async () => {
      if (diff.removes) {
        if (now !== undefined) await removeFrom(session, now, wanted.name);
        return;
      }
      const moved = now === undefined || now === place ? undefined : repositories.files.get(now);
      await writeTo(session, place, wanted, diff, moved?.settings(wanted.name) ?? new Map());
      if (moved !== undefined && now !== undefined) await removeFrom(session, now, wanted.name);
    });
  },

  async list(session) {
    const { files } = await readRepositories(session);
    return new Map(
      [...files.values()].flatMap((file) =>
        file.sections
          .filter((name) => name !== 'main')
          .map((name): [string, State] => [name, observeSection(file, name)]),
      ),
    );
  },
};

function toState(wanted: DesiredYumrepo, repositories: Repositories): State {
  const { name, target, ensure } = wanted;
  const now = findFile(name, repositories);
  const file = now === undefined ? undefined : repositories.files.get(now);
  if (file === undefined) return { ensure: 'absent' };
  // One that has to move is made anew where it belongs.
  if (ensure === 'present' && now !== resolvePath(name, target, repositories)) return { ensure: 'absent' };
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

/** Files are read a byte a character, so that they keep what is no UTF-8. */
function fromLatin1(value: string | undefined): string | undefined {
  return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
}

function toLatin1(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

async function makeDirectory({ host }: Session, path: string): Promise<void> {
  const [status] = await host.files.status([path]);
  if (status === undefined) await host.files.makeDirectory(path);
}

async function writeTo(
  session: Session,
  path: string,
  wanted: DesiredYumrepo,
  diff: Diff,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const { name } = wanted;
  const withDnf = Number(session.facts.os?.release?.major) >= WITH_DNF;
  const secret = wanted.password !== undefined || wanted.proxy_password !== undefined;
  await session.rewrite(
    path,
    (before) => {
      const file = new RepoFile(before?.toString('latin1') ?? '');
      for (const [key, value] of moved) file.set(name, key, value);
      for (const [attribute, key] of settingNames) {
        const value = reveal(wanted[attribute as keyof DesiredYumrepo]);
        if (value === undefined || !(diff.creates || diff.has(attribute))) continue;
        if (value === 'absent') file.unset(name, key);
        else file.set(name, key, value === NO_PROXY && withDnf ? '' : toLatin1(String(value)));
      }
      if (!file.sections.includes(name)) file.add(name);
      return Buffer.from(file.text, 'latin1');
    },
    { fresh: { mode: secret ? 0o600 : 0o644 } },
  );
}

/** A file whose last section goes, goes with it, as yum would find nothing in it. */
async function removeFrom(session: Session, path: string, name: string): Promise<void> {
  let empty = false;
  await session.rewrite(path, (before) => {
    const file = new RepoFile(before?.toString('latin1') ?? '');
    file.remove(name);
    empty = file.sections.length === 0;
    return empty ? undefined : Buffer.from(file.text, 'latin1');
  });
  if (!empty) return;
  const [content] = await session.host.files.read([path]);
  if (Buffer.isBuffer(content)) await session.backup(path, content);
  await session.host.files.remove(path);
}
