import { nativeType, Reference } from '../../catalog/index.js';
import { type Change, provide, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { HostError } from '../../hosts/host-error.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { attributes, ownerOf, type WantedCron } from './attributes.js';
import { findTimeProblem, type TimeField, timeFields, toNumeric } from './cron-time.js';
import type { Crontab } from './crontab.js';
import {
  crontabPathOf,
  filterExistingUsers,
  isCronInstalled,
  listCrontabOwners,
  readCrontabs,
  writeCrontab,
} from './crontabs.js';
import { findJob, toDesiredJob, toJobState } from './job.js';
import type { Job } from './parse-crontab.js';

/** A job in a user's crontab. */
export class Cron extends nativeType('cron', attributes, {
  doc: "A job in a user's crontab. Crontabs that Puppet has managed are carried on with.",
  normalize: (wanted) => ({
    ...wanted,
    ...(isSpecial(wanted) && resetWildcardFields(wanted)),
    user: wanted.user ?? wanted.target ?? 'root',
    command: wanted.command?.trim(),
    environment: wanted.environment?.filter((one) => one !== 'absent').map((one) => one.trim()),
  }),
  validate: validate,
  autorequire: function* (wanted) {
    yield new Reference('user', ownerOf(wanted));
    yield* listPackagesOfTool('crontab');
  },
}) {}

function isSpecial({ special }: WantedCron): boolean {
  return special !== undefined && special !== 'absent';
}

/** The fields of a time that are given as any: beside a special time they say nothing. */
function resetWildcardFields(wanted: WantedCron): Partial<Record<TimeField, undefined>> {
  const any = timeFields.filter((field) => wanted[field]?.every((value) => toNumeric(field, value) === '*'));
  return Object.fromEntries(any.map((field) => [field, undefined]));
}

provide(Cron, {
  batchBy: ({ wanted }) => ownerOf(wanted),

  async read(session, subjects) {
    const users = [...new Set(subjects.map(({ wanted }) => ownerOf(wanted)))];
    const [crontabs, there] = await Promise.all([
      readCrontabs(session, users),
      filterExistingUsers(session, users),
    ]);
    const made = session.managed('user', ({ wanted, noop }) => wanted.ensure !== 'absent' && noop !== true);
    return new Map(
      subjects.map(({ title, wanted }) => {
        const user = ownerOf(wanted);
        const state =
          there.includes(user) || made.has(user)
            ? toState(wanted, crontabs.get(user))
            : toStateWithoutUser(wanted);
        return [title, state] as const;
      }),
    );
  },

  changeAll,

  list: (session) => findStrays(session, []),

  /** The jobs of all users that no resource is about: what is wanted of one user is a stray in the crontab of another. */
  strays: findStrays,
});

/** Of a user who is not there, no job is; something before it may still bring the user. */
function toStateWithoutUser({ ensure, user }: WantedCron): State | Unreadable {
  if (ensure === 'absent') return { ensure: 'absent' };
  return new Unreadable(`the user ${user} does not exist; declare User[${user}]`);
}

function toState(wanted: WantedCron, crontab: Crontab | Unreadable | undefined): State | Unreadable {
  if (crontab instanceof Unreadable) return crontab;
  const job = crontab && findJob(crontab, wanted);
  if (job !== undefined) return toJobState(job);
  if (wanted.ensure !== 'absent' && wanted.command === undefined)
    return new Unreadable(describeMissingCommand(wanted));
  return { ensure: 'absent' };
}

function describeMissingCommand({ name, user }: WantedCron): string {
  return `the crontab of ${user} has no job '${name}', and without a command none can be made; add a command`;
}

/** The jobs of all users that the subjects are not about, by title. */
async function findStrays(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State>> {
  const states = new Map<string, State>();
  if (!(await isCronInstalled(session))) return states;
  for (const [user, crontab] of await readCrontabs(session, await listCrontabOwners(session))) {
    if (crontab instanceof Unreadable) throw toHostError(crontab, crontabPathOf(session, user));
    const theirs = subjects.filter(({ wanted }) => ownerOf(wanted) === user).map(({ wanted }) => wanted);
    const claimed = new Set(theirs.map((wanted) => findJob(crontab, wanted)));
    const names = new Set(theirs.map(({ name }) => name));
    for (const job of crontab.jobs) {
      if (claimed.has(job) || (job.name !== undefined && names.has(job.name))) continue;
      const name = job.name ?? nameUnmanagedJob(job, states);
      const title = states.has(name) ? `${name} of ${user}` : name;
      states.set(title, { ...toJobState(job), name, user });
    }
  }
  return states;
}

function toHostError({ reason, denied }: Unreadable, path: string): HostError {
  return new HostError(reason, denied ? 'EACCES' : undefined, path);
}

/** Puppet's name for a job that nobody manages. */
function nameUnmanagedJob({ command }: Job, taken: ReadonlyMap<string, unknown>): string {
  const stem = `unmanaged:${command.trim().replace(/\s+/g, '_')}`;
  for (let number = 1; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const users = new Set(changes.map(({ subject }) => ownerOf(subject.wanted)));
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
    for (const change of changes) if (ownerOf(change.subject.wanted) === user) applyChange(crontab, change);
    // The tool replaces the table as a whole, with what others have written by hand into it.
    if (before.length > 0) await session.backup(crontabPathOf(session, user), before);
    await writeCrontab(session, user, crontab);
  }
}

function applyChange(crontab: Crontab, { subject, diff }: Change<typeof attributes>): void {
  const before = findJob(crontab, subject.wanted);
  if (!diff.removes) crontab.put(toDesiredJob(subject.wanted, before), before);
  else if (before !== undefined) crontab.remove(before);
}

function* validate(wanted: WantedCron): Iterable<string> {
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
      const wrong = findTimeProblem(field, value);
      if (wrong !== undefined) yield wrong;
    }
  }
}
