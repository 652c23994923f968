import { PartialFailure } from '../../../engine/partial-failure.js';
import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import {
  type attributes,
  isToBeRemoved,
  type PackageChange,
  type PackageSubject,
  toBatchKey,
} from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { readPolicies, refreshLists } from './apt-lists.js';
import {
  type AptKnowledge,
  findDowngrade,
  findEntry,
  listNamesToLookUp,
  listVirtualNames,
  observeApt,
  planApt,
} from './apt-plan.js';
import { reinstall, runTransaction } from './apt-transaction.js';
import { readProviders } from './apt-virtual.js';
import { checkAvailability } from './check-availability.js';
import { checkInstallable } from './check-installable.js';
import { type DpkgStatus, isInstalled, readDpkgStatus } from './dpkg-status.js';
import { predictFailures } from './predict-failures.js';

/** Packages of Debian and its kin: dpkg's database is read as a file, apt-get changes all that is to change in one go. */
export const aptProvider: Provider<typeof attributes> = {
  async read(session, subjects) {
    const status = await session.once('dpkg-status', () => readDpkgStatus(session.host));
    if (typeof status === 'string') {
      return new Map(subjects.map(({ title }) => [title, new Unreadable(status)]));
    }
    // Versions on offer take a process, and matter only where a package is there and is to be the latest.
    const followers = subjects.filter(
      ({ wanted }) => wanted.ensure === 'latest' && findEntry(wanted, status) !== undefined,
    );
    const names = listNamesToLookUp(followers, status);
    const policies = await session.once(`apt-policy ${names.join(' ')}`, () => readPolicies(session, names));
    for (const { reference, wanted } of subjects) {
      const older = findDowngrade(wanted, { status, policies });
      if (older === undefined) continue;
      session.warn(
        reference,
        `the latest version is ${older.to} by a pin of apt, older than the installed ${older.from}`,
        `'apt-cache policy ${wanted.name}' and /etc/apt/preferences.d say more`,
      );
    }
    const states = new Map<string, State | Unreadable>(
      subjects.map(({ title, wanted }) => [title, observeApt(wanted, { status, policies })]),
    );
    if (session.planning)
      for (const [title, why] of await predictFailures(session, subjects, status)) states.set(title, why);
    return states;
  },

  async list(session) {
    const status = await readCurrentStatus(session);
    const states = new Map<string, State>();
    for (const entry of status.entries()) {
      if (!isInstalled(entry)) continue;
      const foreign = entry.architecture !== status.architecture && entry.architecture !== 'all';
      const title = foreign ? `${entry.name}:${entry.architecture}` : entry.name;
      states.set(title, { ensure: entry.version, mark: entry.selection === 'hold' ? 'hold' : 'none' });
    }
    return states;
  },

  async changeAll(session, changes) {
    const { ready, knowledge, refused } = await prepare(session, changes);
    if (ready.length > 0) {
      await runTransaction(session, ready, planApt(ready, knowledge));
      for (const [title, why] of await findNotInSync(session, ready, knowledge)) refused.set(title, why);
    }
    if (refused.size > 0) throw new PartialFailure(refused);
  },

  refreshes: ({ wanted }) => wanted.reinstall_on_refresh && !isToBeRemoved(wanted),
  refresh: (session, subject) => reinstall(session, subject),
  supersedesRefresh: (diff) => diff.has('ensure'),

  batchBy: toBatchKey,
  concurrency: 1,
  locks: () => ['packages'],
  waitsForAll: true,
  disturbs: () => true,
};

async function readCurrentStatus(session: Session): Promise<DpkgStatus> {
  const status = await readDpkgStatus(session.host);
  if (typeof status === 'string') throw new GlanceApplyError(problem('dpkg.unreadable', status));
  return status;
}

interface PreparedChanges {
  readonly ready: PackageSubject[];
  readonly knowledge: AptKnowledge;
  /** What cannot be had, by title: the others are not held up by it. */
  readonly refused: Map<string, Diagnostic>;
}

/** Finds out what is to be done, what can be had, and fetches the lists where there is reason to. */
async function prepare(session: Session, changes: readonly PackageChange[]): Promise<PreparedChanges> {
  const status = await readCurrentStatus(session);
  const subjects = changes.map(({ subject }) => subject);
  const names = listNamesToLookUp(subjects, status);
  let policies = await readPolicies(session, names);
  const open = () =>
    subjects.filter(({ wanted }) => !isInSync(wanted, observeApt(wanted, { status, policies })));

  const installs = open().filter(({ wanted }) => !isToBeRemoved(wanted));
  if (installs.length > 0) {
    const missing = installs.some(
      (subject) => checkAvailability(subject, { status, policies }) !== undefined,
    );
    if (await refreshLists(session, missing)) policies = await readPolicies(session, names);
  }

  const virtual = listVirtualNames(open(), { status, policies });
  const knowledge = { status, policies, providers: await readProviders(session, virtual) };
  const refused = new Map<string, Diagnostic>();
  const ready: PackageSubject[] = [];
  for (const subject of open()) {
    const why = await checkInstallable(session, subject, knowledge);
    if (why === undefined) ready.push(subject);
    else refused.set(subject.title, why);
  }
  return { ready, knowledge, refused };
}

/** What a transaction did not bring about, though apt was content. */
async function findNotInSync(
  session: Session,
  subjects: readonly PackageSubject[],
  { policies }: AptKnowledge,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const knowledge = { status: await readCurrentStatus(session), policies };
  const failures = subjects.flatMap(({ title, wanted }): [string, Diagnostic][] => {
    const state = observeApt(wanted, knowledge);
    if (isInSync(wanted, state)) return [];
    const why = problem('package.not-done', `apt-get succeeded, yet ensure is '${state.ensure}'`, {
      hint: 'another package may stand in its way, or a pin in /etc/apt/preferences.d',
    });
    return [[title, why]];
  });
  return new Map(failures);
}
