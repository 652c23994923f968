import { type Provider, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError, messageOf, raise } from '../../../errors/glance-apply-error.js';
import { type attributes, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync, observePackage } from '../observe-package.js';
import { runUnattended, toAptError } from './apt-get.js';
import { findEntry, toPackageEntry } from './apt-plan.js';
import { compareDebianVersions } from './debian-version.js';
import { type DpkgStatus, readDpkgStatus, requireDpkgStatus } from './dpkg-status.js';

/** The name and the version of a package file. */
interface PackageFile {
  readonly name: string;
  readonly version: string;
}

/** Package files that dpkg installs without a repository: their dependencies must already be installed. */
export const dpkgProvider: Provider<typeof attributes> = {
  async read(session, subjects) {
    const status = await session.once('dpkg-status', () => readDpkgStatus(session.host));
    if (status instanceof Unreadable) return new Map(subjects.map(({ title }) => [title, status]));
    return new Map(
      await Promise.all(
        subjects.map(
          async (subject) => [subject.title, await observeDpkg(session, subject, status)] as const,
        ),
      ),
    );
  },

  async change(session, subject, diff) {
    const { desired } = subject;
    const before = await requireDpkgStatus(session.host);
    const held = findEntry(desired, before)?.selection === 'hold';
    if (diff.has('ensure')) {
      // dpkg does not change a package that is on hold.
      if (held) await setSelection(session, desired.name, 'install');
      try {
        await runDpkg(session, await toDpkgArguments(session, subject));
      } finally {
        if (held && !isToBeRemoved(desired) && desired.mark !== 'none')
          await setSelection(session, desired.name, 'hold');
      }
    }
    if (!isToBeRemoved(desired) && desired.mark !== undefined) {
      await setSelection(session, desired.name, desired.mark === 'hold' ? 'hold' : 'install');
    }
    const state = await observeDpkg(session, subject, await requireDpkgStatus(session.host));
    if (!(state instanceof Unreadable) && isInSync(desired, state)) return;
    const is = state instanceof Unreadable ? state.reason : `ensure is '${state.ensure}'`;
    throw new GlanceApplyError(problem('package.not-done', `dpkg succeeded, but ${is}`));
  },

  concurrency: 1,
  locks: () => ['packages'],
  disturbs: () => true,
};

async function observeDpkg(session: Session, { desired }: PackageSubject, status: DpkgStatus) {
  const entry = findEntry(desired, status);
  let newest: string | undefined;
  if (desired.ensure === 'latest' && entry !== undefined && desired.source !== undefined) {
    const file = await readPackageFile(session, desired.source);
    if (file instanceof Error) return new Unreadable(messageOf(file));
    newest = compareDebianVersions(file.version, entry.version) === 0 ? entry.version : file.version;
  }
  return observePackage(desired, toPackageEntry(entry), { satisfies: () => false, newest });
}

async function toDpkgArguments(session: Session, { desired }: PackageSubject): Promise<string[]> {
  const { ensure, name, source, configfiles } = desired;
  if (isToBeRemoved(desired)) return [ensure === 'purged' ? '--purge' : '--remove', '--', name];
  if (source === undefined) {
    return raise('dpkg.no-source', `'${name}' is not installed, and dpkg has no repositories`, {
      hint: "set source to the path of its file, or use the provider 'apt'",
    });
  }
  const file = await readPackageFile(session, source);
  if (file instanceof Error) throw file;
  if (file.name !== name.replace(/:.*$/, '')) {
    return raise(
      'dpkg.other-package',
      `the file ${source} contains the package '${file.name}', not '${name}'`,
    );
  }
  return [`--force-${configfiles === 'replace' ? 'confnew' : 'confold'}`, '--install', '--', source];
}

/** Reads the name and the version of a package file; returns the error if that fails. */
async function readPackageFile(session: Session, path: string): Promise<PackageFile | GlanceApplyError> {
  const [found] = await session.host.files.status([path]);
  if (found === undefined || found instanceof Error) {
    return new GlanceApplyError(
      problem('package.no-file', `the file ${path} does not exist on the host, or cannot be read`, {
        hint: 'declare a file resource for it, and require it',
      }),
    );
  }
  const argv = ['dpkg-deb', '--show', path] as const;
  const result = await session.host.run({ argv, signal: session.signal });
  const [name, version] = result.stdout.trim().split('\t');
  if (result.status !== 0 || !name || !version) return toAptError(`dpkg-deb --show ${path}`, result);
  return { name, version };
}

async function runDpkg(session: Session, args: readonly string[]): Promise<void> {
  const result = await runUnattended(session, ['dpkg', ...args]);
  if (result.status !== 0) throw toAptError(`dpkg ${args.join(' ')}`, result);
}

async function setSelection(session: Session, name: string, selection: 'hold' | 'install'): Promise<void> {
  const input = `${name} ${selection}\n`;
  const result = await runUnattended(session, ['dpkg', '--set-selections'], { input });
  if (result.status !== 0) throw toAptError('dpkg --set-selections', result);
}
