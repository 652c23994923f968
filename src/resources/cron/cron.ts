import { nativeType, Reference } from '../../catalog/index.js';
import { type Change, provide, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { HostError } from '../../hosts/host-error.js';
import { packagesOf } from '../known-packages.js';
import { attributes, type CronWanted, ownerOf } from './attributes.js';
import { complaint, spelled, type TimeField, timeFields } from './cron-time.js';
import type { Crontab } from './crontab.js';
import { crontabOwners, crontabPath, existing, isInstalled, readCrontabs, writeCrontab } from './crontabs.js';
import { findJob, jobState, jobToBe } from './job.js';
import type { Job } from './parse-crontab.js';

/** A job in a user's crontab. */
export class Cron extends nativeType('cron', attributes, {
  doc: "A job in a user's crontab. Crontabs that Puppet has managed are carried on with.",
  normalize: (wanted) => ({
    ...wanted,
    ...(isSpecial(wanted) && everyTime(wanted)),
    user: wanted.user ?? wanted.target ?? 'root',
    command: wanted.command?.trim(),
    environment: wanted.environment?.filter((one) => one !== 'absent').map((one) => one.trim()),
  }),
  validate: complaints,
  autorequire: function* (wanted) {
    yield new Reference('user', ownerOf(wanted));
    yield* packagesOf('crontab');
  },
}) {}

function isSpecial({ special }: CronWanted): boolean {
  return special !== undefined && special !== 'absent';
}

/** The fields of a time that are given as any: beside a special time they say nothing. */
function everyTime(wanted: CronWanted): Partial<Record<TimeField, undefined>> {
  const any = timeFields.filter((field) => wanted[field]?.every((value) => spelled(field, value) === '*'));
  return Object.fromEntries(any.map((field) => [field, undefined]));
}

provide(Cron, {
  batchBy: ({ wanted }) => ownerOf(wanted),

  async read(session, subjects) {
    const users = [...new Set(subjects.map(({ wanted }) => ownerOf(wanted)))];
    const [crontabs, there] = await Promise.all([readCrontabs(session, users), existing(session, users)]);
    const made = session.managed('user', ({ wanted, noop }) => wanted.ensure !== 'absent' && noop !== true);
    return new Map(
      subjects.map(({ title, wanted }) => {
        const user = ownerOf(wanted);
        const state =
          there.includes(user) || made.has(user) ? stateOf(wanted, crontabs.get(user)) : withoutUser(wanted);
        return [title, state] as const;
      }),
    );
  },

  changeAll,

  list: (session) => found(session, []),

  /** The jobs of all users that no resource is about: what is wanted of one user is a stray in the crontab of another. */
  strays: found,
});

/** Of a user who is not there, no job is; something before it may still bring the user. */
function withoutUser({ ensure, user }: CronWanted): State | Unreadable {
  if (ensure === 'absent') return { ensure: 'absent' };
  return new Unreadable(`the user ${user} does not exist; declare User[${user}]`);
}

function stateOf(wanted: CronWanted, crontab: Crontab | Unreadable | undefined): State | Unreadable {
  if (crontab instanceof Unreadable) return crontab;
  const job = crontab && findJob(crontab, wanted);
  if (job !== undefined) return jobState(job);
  if (wanted.ensure !== 'absent' && wanted.command === undefined) return new Unreadable(uncommanded(wanted));
  return { ensure: 'absent' };
}

function uncommanded({ name, user }: CronWanted): string {
  return `the crontab of ${user} has no job '${name}', and without a command none can be made; add a command`;
}

/** The jobs of all users that the subjects are not about, by title. */
async function found(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State>> {
  const states = new Map<string, State>();
  if (!(await isInstalled(session))) return states;
  for (const [user, crontab] of await readCrontabs(session, await crontabOwners(session))) {
    if (crontab instanceof Unreadable) throw unreadable(crontab, crontabPath(session, user));
    const theirs = subjects.filter(({ wanted }) => ownerOf(wanted) === user).map(({ wanted }) => wanted);
    const claimed = new Set(theirs.map((wanted) => findJob(crontab, wanted)));
    const names = new Set(theirs.map(({ name }) => name));
    for (const job of crontab.jobs) {
      if (claimed.has(job) || (job.name !== undefined && names.has(job.name))) continue;
      const name = job.name ?? strangersName(job, states);
      const title = states.has(name) ? `${name} of ${user}` : name;
      states.set(title, { ...jobState(job), name, user });
    }
  }
  return states;
}

function unreadable({ reason, denied }: Unreadable, path: string): HostError {
  return new HostError(reason, denied ? 'EACCES' : undefined, path);
}

/** Puppet's name for a job that nobody manages. */
function strangersName({ command }: Job, taken: ReadonlyMap<string, unknown>): string {
  const stem = `unmanaged:${command.trim().replace(/\s+/g, '_')}`;
  for (let number = 1; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const users = new Set(changes.map(({ subject }) => ownerOf(subject.wanted)));
  const crontabs = [...users].map((user) => crontabPath(session, user));
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
    for (const change of changes) if (ownerOf(change.subject.wanted) === user) make(crontab, change);
    // The tool replaces the table as a whole, with what others have written by hand into it.
    if (before.length > 0) await session.backup(crontabPath(session, user), before);
    await writeCrontab(session, user, crontab);
  }
}

function make(crontab: Crontab, { subject, diff }: Change<typeof attributes>): void {
  const before = findJob(crontab, subject.wanted);
  if (!diff.removes) crontab.put(jobToBe(subject.wanted, before), before);
  else if (before !== undefined) crontab.remove(before);
}

function* complaints(wanted: CronWanted): Iterable<string> {
  const { user, target } = wanted;
  if (target !== undefined && target !== user)
    yield `user is '${user}' and target '${target}': leave one of them out`;
  if (wanted.ensure === 'absent') return;
  if (wanted.command === 'absent') yield "command cannot be 'absent': leave it out, or give ensure: 'absent'";
  const special = isSpecial(wanted);
  for (const field of timeFields) {
    const values = wanted[field];
    if (special && values !== undefined) yield `it cannot have both special and ${field}`;
    for (const value of values ?? []) {
      const wrong = complaint(field, value);
      if (wrong !== undefined) yield wrong;
    }
  }
}
