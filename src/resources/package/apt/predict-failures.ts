import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { listCreated } from '../../tools/created-resources.js';
import { isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { hasNewLists, readPolicies } from './apt-lists.js';
import { listNamesToLookUp, listVirtualNames, observeApt } from './apt-plan.js';
import { readProviders } from './apt-virtual.js';
import { checkInstallable, NO_FILE } from './check-installable.js';
import type { DpkgStatus } from './dpkg-status.js';

/**
 * Predicts which installations would fail in an apply, by title: apt does not have the package, or its file is missing.
 * The prediction is uncertain if an apply would fetch the package lists first.
 */
export async function predictFailures(
  session: Session,
  subjects: readonly PackageSubject[],
  status: DpkgStatus,
): Promise<ReadonlyMap<string, Unreadable>> {
  const found = new Map<string, Unreadable>();
  const installs = subjects.filter(({ desired }) => !isToBeRemoved(desired));
  const missing = installs.filter(
    ({ desired }) => !isInSync(desired, observeApt(desired, { status, policies: new Map() })),
  );
  if (missing.length === 0) return found;
  const policies = await readPolicies(session, listNamesToLookUp(missing, status));
  const providers = await readProviders(session, listVirtualNames(missing, { status, policies }));
  let areCurrent: Promise<boolean> | undefined;
  for (const subject of missing) {
    const obstacle = await checkInstallable(session, subject, { status, policies, providers });
    if (obstacle === undefined || (obstacle.code === NO_FILE && providesFile(session, subject))) continue;
    const state = observeApt(subject.desired, { status, policies });
    areCurrent ??= managesSources(session) ? Promise.resolve(false) : hasNewLists(session);
    const isCertain = obstacle.code === NO_FILE || (await areCurrent);
    const reason = isCertain
      ? obstacle
      : {
          ...obstacle,
          message: `${obstacle.message}, unless the package lists that an apply fetches first contain it`,
        };
    const { message } = new GlanceApplyError(reason);
    found.set(
      subject.title,
      isCertain ? Unreadable.blocked(message, state) : Unreadable.uncertain(message, state),
    );
  }
  return found;
}

/** Returns whether the catalog may change apt's sources: an apply fetches the lists after that. */
function managesSources({ managed }: Session): boolean {
  return [...managed('file')].some((path) => path.startsWith('/etc/apt/sources.list'));
}

/** Returns whether a file resource of the catalog may create the package's file or a directory above it. */
function providesFile(session: Session, { desired: { source, responsefile } }: PackageSubject): boolean {
  const files = [...listCreated(session, 'file')];
  return [source, responsefile].some(
    (path) => path !== undefined && files.some((file) => path === file || path.startsWith(`${file}/`)),
  );
}
