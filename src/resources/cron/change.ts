import { type Change, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { type attributes, ownerOf } from './attributes.js';
import type { Crontab } from './crontab.js';
import { crontabPathOf, readCrontabs, writeCrontab } from './crontabs.js';
import { findJob, toDesiredJob } from './job.js';

/** Changes jobs. Each crontab is written once. */
export async function changeJobs(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  const users = new Set(changes.map(({ subject }) => ownerOf(subject.desired)));
  const crontabs = [...users].map((user) => crontabPathOf(session, user));
  await session.exclusively(crontabs, () => changeCrontabs(session, users, changes));
}

async function changeCrontabs(
  session: Session,
  users: ReadonlySet<string>,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  for (const [user, crontab] of await readCrontabs(session, [...users])) {
    if (crontab instanceof Unreadable) raise('cron.unreadable', crontab.reason);
    const before = crontab.content;
    for (const change of changes) if (ownerOf(change.subject.desired) === user) applyChange(crontab, change);
    // crontab replaces the whole file, including jobs that users have added.
    if (before.length > 0) await session.backup(crontabPathOf(session, user), before);
    await writeCrontab(session, user, crontab);
  }
}

function applyChange(crontab: Crontab, { subject, diff }: Change<typeof attributes>): void {
  const before = findJob(crontab, subject.desired);
  if (!diff.removes) crontab.put(toDesiredJob(subject.desired, before), before);
  else if (before !== undefined) crontab.remove(before);
}
