import { nativeType, Reference } from '../../catalog/index.js';
import { type Change, provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { packagesOf } from '../known-packages.js';
import { attributes, type CronWanted } from './attributes.js';
import type { Crontab } from './crontab.js';
import { crontabOwners, crontabPath, readCrontabs, writeCrontab } from './crontabs.js';
import { findJob, jobState, jobToBe } from './job.js';
import type { Job } from './parse-crontab.js';
import { complaint, timeFields } from './schedule.js';

/** A job in a user's crontab. */
export class Cron extends nativeType('cron', attributes, {
  doc: "A job in a user's crontab. Crontabs that Puppet has managed are carried on with.",
  normalize: (wanted) => ({ ...wanted, user: wanted.target ?? wanted.user, command: wanted.command?.trim() }),
  validate: complaints,
  autorequire: function* ({ user }) {
    yield new Reference('user', user);
    yield* packagesOf('crontab');
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
    const users = new Set([...(await crontabOwners(session)), ...subjects.map(({ wanted }) => wanted.user)]);
    const states = new Map<string, State>();
    for (const [user, crontab] of await readCrontabs(session, [...users])) {
      if (crontab instanceof Unreadable) continue;
      const theirs = subjects.filter(({ wanted }) => wanted.user === user);
      const claimed = new Set(theirs.map(({ wanted }) => findJob(crontab, wanted)));
      for (const job of crontab.jobs) {
        const name = job.name ?? (claimed.has(job) ? undefined : strangersName(job, states));
        if (name !== undefined) states.set(name, { ...jobState(job), user });
      }
    }
    return states;
  },
});

function stateOf(wanted: CronWanted, crontab: Crontab | Unreadable | undefined): State | Unreadable {
  if (crontab instanceof Unreadable) return crontab;
  const job = crontab && findJob(crontab, wanted);
  return job === undefined ? { ensure: 'absent' } : jobState(job);
}

/** Puppet's name for a job that nobody manages. */
function strangersName({ command }: Job, taken: ReadonlyMap<string, unknown>): string {
  const stem = `unmanaged:${command.trim().replace(/\s+/g, '_')}`;
  for (let number = 1; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const users = new Set(changes.map(({ subject }) => subject.wanted.user));
  const crontabs = [...users].map((user) => crontabPath(session, user));
  await session.exclusively(crontabs, () => changeCrontabs(session, users, changes));
}

async function changeCrontabs(
  session: Session,
  users: ReadonlySet<string>,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  for (const [user, crontab] of await readCrontabs(session, [...users])) {
    if (crontab instanceof Unreadable) throw new Error(crontab.reason);
    const before = crontab.text;
    for (const change of changes) if (change.subject.wanted.user === user) make(crontab, change);
    // The tool replaces the table as a whole, with what others have written by hand into it.
    if (before !== '') await session.backup(crontabPath(session, user), Buffer.from(before));
    await writeCrontab(session, user, crontab);
  }
}

function make(crontab: Crontab, { subject, diff }: Change<typeof attributes>): void {
  const before = findJob(crontab, subject.wanted);
  if (!diff.removes) crontab.put(jobToBe(subject.wanted, before), before);
  else if (before !== undefined) crontab.remove(before);
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
