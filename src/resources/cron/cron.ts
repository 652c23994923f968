import { nativeType, Reference } from '../../catalog/index.js';
import { type Change, provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { attributes, type CronWanted } from './attributes.js';
import { type Crontab, jobsOf, withJob, withoutJob } from './crontab.js';
import { readCrontabs, writeCrontab } from './crontabs.js';
import { findJob, jobState, jobToBe } from './job.js';
import { complaint, timeFields } from './schedule.js';

/** A job in a user's crontab. */
export class Cron extends nativeType('cron', attributes, {
  doc: "A job in a user's crontab. Crontabs that Puppet has managed are carried on with.",
  normalize: (wanted) => ({ ...wanted, user: wanted.target ?? wanted.user, command: wanted.command?.trim() }),
  validate: complaints,
  autorequire: function* ({ user }) {
    yield new Reference('user', user);
  },
}) {}

provide(Cron, {
  batchBy: ({ wanted }) => wanted.user,

  async read(session, subjects) {
    const crontabs = await readCrontabs(session, [...new Set(subjects.map(({ wanted }) => wanted.user))]);
    return new Map(
      subjects.map(({ title, wanted }) => [title, stateOf(wanted, crontabs.get(wanted.user))] as const),
    );
  },

  changeAll,

  async list(session, subjects) {
    const users = [...new Set(['root', ...subjects.map(({ wanted }) => wanted.user)])];
    const crontabs = [...(await readCrontabs(session, users)).values()];
    const jobs = crontabs.flatMap((crontab) => (crontab instanceof Unreadable ? [] : jobsOf(crontab)));
    return new Map(
      jobs.flatMap((job) => (job.name === undefined ? [] : [[job.name, jobState(job)] as const])),
    );
  },
});

function stateOf(wanted: CronWanted, crontab: Crontab | Unreadable | undefined): State | Unreadable {
  if (crontab instanceof Unreadable) return crontab;
  const job = crontab && findJob(crontab, wanted);
  return job === undefined ? { ensure: 'absent' } : jobState(job);
}

/** All changes are in the crontab of one user. */
async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const user = changes[0]?.subject.wanted.user ?? 'root';
  let crontab = (await readCrontabs(session, [user])).get(user);
  if (crontab === undefined) return;
  if (crontab instanceof Unreadable) throw new Error(crontab.reason);
  for (const { subject, diff } of changes) {
    const before = findJob(crontab, subject.wanted);
    if (!diff.removes) crontab = withJob(crontab, jobToBe(subject.wanted, before), before);
    else if (before !== undefined) crontab = withoutJob(crontab, before);
  }
  await writeCrontab(session, user, crontab);
}

function* complaints(wanted: CronWanted): Iterable<string> {
  if (wanted.ensure === 'absent') return;
  if (wanted.command === undefined) yield 'it needs a command';
  const special = wanted.special !== undefined && wanted.special !== 'absent';
  for (const field of timeFields) {
    const values = wanted[field];
    if (special && values !== undefined) yield `it cannot have both special and ${field}`;
    for (const value of values ?? []) {
      const wrong = complaint(field, value);
      if (wrong !== undefined) yield wrong;
    }
  }
}
