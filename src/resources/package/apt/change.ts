import { PartialFailure } from '../../../engine/partial-failure.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { isToBeRemoved, type PackageChange, type PackageSubject } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { readPolicies, refreshLists } from './apt-lists.js';
import { type AptKnowledge, listNamesToLookUp, listVirtualNames, observeApt, planApt } from './apt-plan.js';
import { runTransaction } from './apt-transaction.js';
import { readProviders } from './apt-virtual.js';
import { checkAvailability } from './check-availability.js';
import { checkInstallable } from './check-installable.js';
import { requireDpkgStatus } from './dpkg-status.js';

/** Applies all changes with one transaction of apt. */
export async function changePackages(session: Session, changes: readonly PackageChange[]): Promise<void> {
  const { ready, knowledge, refused } = await prepare(session, changes);
  if (ready.length > 0) {
    await runTransaction(session, ready, planApt(ready, knowledge));
    for (const [title, failure] of await findNotInSync(session, ready, knowledge))
      refused.set(title, failure);
  }
  if (refused.size > 0) throw new PartialFailure(refused);
}

interface PreparedChanges {
  readonly ready: PackageSubject[];
  readonly knowledge: AptKnowledge;
  /** Why packages cannot be installed, by title. The others are changed nevertheless. */
  readonly refused: Map<string, Diagnostic>;
}

/** Determines what has to change and what can be installed, and fetches the package lists if necessary. */
async function prepare(session: Session, changes: readonly PackageChange[]): Promise<PreparedChanges> {
  const status = await requireDpkgStatus(session.host);
  const subjects = changes.map(({ subject }) => subject);
  const names = listNamesToLookUp(subjects, status);
  let policies = await readPolicies(session, names);
  const findPending = () =>
    subjects.filter(({ desired }) => !isInSync(desired, observeApt(desired, { status, policies })));

  const installs = findPending().filter(({ desired }) => !isToBeRemoved(desired));
  if (installs.length > 0) {
    const isMissing = installs.some(
      (subject) => checkAvailability(subject, { status, policies }) !== undefined,
    );
    if (await refreshLists(session, isMissing)) policies = await readPolicies(session, names);
  }

  const virtual = listVirtualNames(findPending(), { status, policies });
  const knowledge = { status, policies, providers: await readProviders(session, virtual) };
  const refused = new Map<string, Diagnostic>();
  const ready: PackageSubject[] = [];
  for (const subject of findPending()) {
    const obstacle = await checkInstallable(session, subject, knowledge);
    if (obstacle === undefined) ready.push(subject);
    else refused.set(subject.title, obstacle);
  }
  return { ready, knowledge, refused };
}

/** Finds the packages that are not in sync although apt has succeeded. */
async function findNotInSync(
  session: Session,
  subjects: readonly PackageSubject[],
  { policies }: AptKnowledge,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const knowledge = { status: await requireDpkgStatus(session.host), policies };
  const failures = subjects.flatMap(({ title, desired }): [string, Diagnostic][] => {
    const state = observeApt(desired, knowledge);
    if (isInSync(desired, state)) return [];
    const failure = problem('package.not-done', `apt-get succeeded, but ensure is '${state.ensure}'`, {
      hint: 'another package or a pin in /etc/apt/preferences.d may prevent it',
    });
    return [[title, failure]];
  });
  return new Map(failures);
}
