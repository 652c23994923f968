import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { hasNewLists, readPolicies } from './apt-lists.js';
import { listNamesToLookUp, listVirtualNames, observeApt } from './apt-plan.js';
import { readProviders } from './apt-virtual.js';
import { checkInstallable, NO_FILE } from './check-installable.js';
import type { DpkgStatus } from './dpkg-status.js';

/**
 * What an apply would find out when it installs packages, by title: that apt does not have them, or their files are not
 * there. Where it would fetch the package lists first, it may find otherwise.
 */
export async function predictFailures(
  session: Session,
  subjects: readonly PackageSubject[],
  status: DpkgStatus,
): Promise<ReadonlyMap<string, Unreadable>> {
  const found = new Map<string, Unreadable>();
  const wanting = subjects.filter(({ wanted }) => !isToBeRemoved(wanted));
  const missing = wanting.filter(
    ({ wanted }) => !isInSync(wanted, observeApt(wanted, { status, policies: new Map() })),
  );
  if (missing.length === 0) return found;
  const policies = await readPolicies(session, listNamesToLookUp(missing, status));
  const providers = await readProviders(session, listVirtualNames(missing, { status, policies }));
  let areNew: Promise<boolean> | undefined;
  for (const subject of missing) {
    const why = await checkInstallable(session, subject, { status, policies, providers });
    if (why === undefined || (why.code === NO_FILE && providesFile(session, subject))) continue;
    const state = observeApt(subject.wanted, { status, policies });
    areNew ??= managesSources(session) ? Promise.resolve(false) : hasNewLists(session);
    const isCertain = why.code === NO_FILE || (await areNew);
    const reason = isCertain
      ? why
      : { ...why, message: `${why.message}, unless the package lists that an apply fetches first have it` };
    const { message } = new GlanceApplyError(reason);
    found.set(
      subject.title,
      isCertain ? Unreadable.unmakeable(message, state) : Unreadable.uncertain(message, state),
    );
  }
  return found;
}

/** Whether the catalog may change where packages come from: an apply fetches the lists after that. */
function managesSources({ managed }: Session): boolean {
  return [...managed('file')].some((path) => path.startsWith('/etc/apt/sources.list'));
}

/** Whether a file of the catalog may bring what the package is made of, or a directory in which that is. */
function providesFile({ managed }: Session, { wanted: { source, responsefile } }: PackageSubject): boolean {
  const files = [...managed('file', ({ wanted, noop }) => wanted.ensure !== 'absent' && noop !== true)];
  return [source, responsefile].some(
    (path) => path !== undefined && files.some((file) => path === file || path.startsWith(`${file}/`)),
  );
}
