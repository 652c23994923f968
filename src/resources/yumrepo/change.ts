import { posix } from 'node:path';
import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { reveal } from '../../secrets/secret.js';
import { type attributes, type DesiredYumrepo, settingNames } from './attributes.js';
import { NO_PROXY } from './read.js';
import { RepoFile } from './repo-file.js';
import { findFile, readRepositories, resolvePath } from './repositories.js';

/** The first release of Enterprise Linux with dnf. */
const FIRST_WITH_DNF = 8;

/** Writes, moves or removes a repository. */
export async function changeYumrepo(
  session: Session,
  { desired }: Subject<typeof attributes>,
  diff: Diff,
): Promise<void> {
  const repositories = await readRepositories(session);
  const before = findFile(desired.name, repositories);
  const path = resolvePath(desired.name, desired.target, repositories);
  const paths = [...new Set([path, ...(before === undefined ? [] : [before])])];
  await ensureDirectory(session, posix.dirname(path));
  await session.exclusively(paths, async () => {
    if (diff.removes) {
      if (before !== undefined) await removeFrom(session, before, desired.name);
      return;
    }
    const old = before === undefined || before === path ? undefined : repositories.files.get(before);
    await writeTo(session, path, desired, diff, old?.settings(desired.name) ?? new Map());
    if (old !== undefined && before !== undefined) await removeFrom(session, before, desired.name);
  });
}

async function ensureDirectory({ host }: Session, path: string): Promise<void> {
  const [status] = await host.files.status([path]);
  if (status === undefined) await host.files.makeDirectory(path);
}

/** @param movedSettings The settings that a repository has in the file that it is moved from. */
async function writeTo(
  session: Session,
  path: string,
  desired: DesiredYumrepo,
  diff: Diff,
  movedSettings: ReadonlyMap<string, string>,
): Promise<void> {
  const { name } = desired;
  const withDnf = Number(session.facts.os?.release?.major) >= FIRST_WITH_DNF;
  const hasSecret = desired.password !== undefined || desired.proxy_password !== undefined;
  await session.rewrite(
    path,
    (before) => {
      const file = new RepoFile(before?.toString('latin1') ?? '');
      for (const [key, value] of movedSettings) file.set(name, key, value);
      for (const [attribute, key] of settingNames) {
        const value = reveal(desired[attribute as keyof DesiredYumrepo]);
        if (value === undefined || !(diff.creates || diff.has(attribute))) continue;
        if (value === 'absent') file.unset(name, key);
        else file.set(name, key, value === NO_PROXY && withDnf ? '' : toLatin1(String(value)));
      }
      if (!file.sections.includes(name)) file.add(name);
      return Buffer.from(file.text, 'latin1');
    },
    { fresh: { mode: hasSecret ? 0o600 : 0o644 } },
  );
}

/** A file is removed with its last section: yum would find nothing in it. */
async function removeFrom(session: Session, path: string, name: string): Promise<void> {
  let isEmpty = false;
  await session.rewrite(path, (before) => {
    const file = new RepoFile(before?.toString('latin1') ?? '');
    file.remove(name);
    isEmpty = file.sections.length === 0;
    return isEmpty ? undefined : Buffer.from(file.text, 'latin1');
  });
  if (!isEmpty) return;
  const [content] = await session.host.files.read([path]);
  if (Buffer.isBuffer(content)) await session.backup(path, content);
  await session.host.files.remove(path);
}

/** The characters of a file are its bytes. */
function toLatin1(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
