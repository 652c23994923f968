import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import type { PackageSubject } from '../attributes.js';
import { readPolicies } from './apt-lists.js';
import { findDowngrade, findEntry, listNamesToLookUp, observeApt } from './apt-plan.js';
import { isInstalled, readDpkgStatus, requireDpkgStatus } from './dpkg-status.js';
import { predictFailures } from './predict-failures.js';

/** Reads the states of packages: dpkg's database is read as a file. */
export async function readPackages(
  session: Session,
  subjects: readonly PackageSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const status = await session.once('dpkg-status', () => readDpkgStatus(session.host));
  if (status instanceof Unreadable) return new Map(subjects.map(({ title }) => [title, status]));
  // Reading the available versions takes a process. They matter only for an installed package that is to be the latest.
  const followers = subjects.filter(
    ({ desired }) => desired.ensure === 'latest' && findEntry(desired, status) !== undefined,
  );
  const names = listNamesToLookUp(followers, status);
  const policies = await session.once(`apt-policy ${names.join(' ')}`, () => readPolicies(session, names));
  for (const { reference, desired } of subjects) {
    const older = findDowngrade(desired, { status, policies });
    if (older === undefined) continue;
    session.warn(
      reference,
      `a pin of apt makes ${older.to} the latest version, which is older than the installed ${older.from}`,
      `see 'apt-cache policy ${desired.name}' and /etc/apt/preferences.d`,
    );
  }
  const states = new Map<string, State | Unreadable>(
    subjects.map(({ title, desired }) => [title, observeApt(desired, { status, policies })]),
  );
  if (session.planning)
    for (const [title, failure] of await predictFailures(session, subjects, status))
      states.set(title, failure);
  return states;
}

/** Lists all installed packages. */
export async function listPackages(session: Session): Promise<ReadonlyMap<string, State>> {
  const status = await requireDpkgStatus(session.host);
  const states = new Map<string, State>();
  for (const entry of status.entries()) {
    if (!isInstalled(entry)) continue;
    const isOtherArchitecture = entry.architecture !== status.architecture && entry.architecture !== 'all';
    const title = isOtherArchitecture ? `${entry.name}:${entry.architecture}` : entry.name;
    states.set(title, { ensure: entry.version, mark: entry.selection === 'hold' ? 'hold' : 'none' });
  }
  return states;
}
