import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import { isWritableByTrustedOnly } from '../../hosts/trusted-owner.js';
import { reveal } from '../../secrets/secret.js';
import { loadAccounts, resolveOwnership } from './access.js';
import { attemptEach, throwFailures } from './attempt-each.js';
import type { attributes, DesiredFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { type Content, changePath, clearPath } from './change-path.js';
import { compareDirectory, type ManagedDirectory } from './compare-directory.js';
import { linkTargetOf } from './desired-entries.js';
import { findSourceProblem, followsLinks, needsSource, resolveKind } from './desired-kind.js';
import { hasDesiredChecksum } from './has-desired-checksum.js';
import { readStatuses } from './read-statuses.js';
import { applySourcePermissions } from './source-permissions.js';
import { findSources, type Source } from './sources.js';
import { findUnsafeOwnerChange } from './unsafe-owner-change.js';

/** Changes a file, directory or link to its desired state. Its status is read again, because it may have changed. */
export async function changeFile(session: Session, subject: Subject<typeof attributes>): Promise<void> {
  const { desired, reference } = subject;
  const [found] = await readStatuses(session.host.files, [desired.path], () => followsLinks(desired));
  const { path, status } = found ?? { path: desired.path, status: undefined };
  if (status instanceof Error) throw status;
  if (desired.ensure === 'absent') {
    if (status !== undefined) {
      await session.exclusively([path], () => clearPath(session, { desired, reference }, path, status, true));
    }
    return;
  }

  // What others could write may be replaced although it has the right content: see `revokesWriteAccess`.
  const isSettled =
    status !== undefined &&
    isWritableByTrustedOnly(status) &&
    (await hasDesiredChecksum(session, desired, found));
  const needs = needsSource(desired, status) && !isSettled;
  const source = needs ? await findSource(session, subject) : undefined;
  const kind = resolveKind(desired, status, source);
  if (kind === undefined) return;
  const accounts = await loadAccounts(session, [subject]);
  const writes = desired.replace || status === undefined;
  const effective = applySourcePermissions(desired, source?.status, status === undefined, accounts);
  await changePath(session, {
    reference,
    path,
    kind,
    content: kind === 'file' && writes ? resolveContent(desired, source) : undefined,
    // Never that of an existing link: who created it may have chosen it, and the link that replaces it belongs to root.
    target: writes ? (desired.target ?? source?.status.target) : undefined,
    owners: resolveOwnership(effective, accounts),
    confidential: subject.secrets.has('content'),
    desired: effective,
  });
  if (kind === 'directory' && desired.recurse)
    await changeEntries(session, { reference, desired, path, source, accounts });
}

async function changeEntries(session: Session, directory: ManagedDirectory): Promise<void> {
  const { reference, desired, accounts } = directory;
  const difference = await compareDirectory(session, directory);
  if (difference instanceof Error) throw difference;
  // A backup beside a purged file would be purged in the next run.
  const purging = {
    ...desired,
    ensure: 'absent',
    backup: typeof desired.backup === 'string' ? true : desired.backup,
  } as const;
  const purgeFailures = await attemptEach(difference.purges, async ({ real }) => {
    const [status] = await session.host.files.status([real], RESOLVED_PATH);
    if (status instanceof Error) throw status;
    if (status === undefined) return;
    await clearPath(session, { desired: purging, reference, ...RESOLVED_PATH }, real, status, true);
  });
  const changeFailures = await attemptEach(difference.changes, async (child) => {
    // Checked last: once the directories above belong to root, no other user can replace the entry.
    const why = await findUnsafeOwnerChange(session.host.files, directory, child, difference.root);
    if (why !== undefined) throw why;
    const isNew = child.reasons.includes('new');
    const effective = applySourcePermissions(desired, child.source?.status, isNew, accounts);
    await changePath(session, {
      reference,
      path: child.real,
      ...RESOLVED_PATH,
      kind: child.kind,
      target: child.kind === 'link' ? linkTargetOf(child) : undefined,
      content: child.kind === 'file' && (isNew || desired.replace) ? child.source : undefined,
      owners: resolveOwnership(effective, accounts),
      desired: effective,
    });
  });
  throwFailures([...purgeFailures, ...changeFailures]);
}

function resolveContent(desired: DesiredFile, source: Source | undefined): Content | undefined {
  return desired.content === undefined ? source : toBuffer(reveal(desired.content));
}

async function findSource(
  session: Session,
  subject: Subject<typeof attributes>,
): Promise<Source | undefined> {
  const { desired, title } = subject;
  const source = (await findSources(session, [subject])).get(title);
  const problem = typeof source === 'string' ? source : source && findSourceProblem(desired, source);
  if (problem !== undefined) raise('file.source', `${desired.path} cannot be created: ${problem}`);
  return typeof source === 'string' ? undefined : source;
}
