import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { HostError } from '../../hosts/host-error.js';
import { listCreated } from '../tools/created-resources.js';
import { type attributes, type DesiredCron, ownerOf } from './attributes.js';
import type { Crontab } from './crontab.js';
import {
  crontabPathOf,
  filterExistingUsers,
  isCronInstalled,
  listCrontabOwners,
  readCrontabs,
} from './crontabs.js';
import { findJob, toJobState } from './job.js';
import type { Job } from './parse-crontab.js';

/** Reads the state of jobs. Each crontab is read once. */
export async function readJobs(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const users = [...new Set(subjects.map(({ desired }) => ownerOf(desired)))];
  const [crontabs, existing] = await Promise.all([
    readCrontabs(session, users),
    filterExistingUsers(session, users),
  ]);
  const created = listCreated(session, 'user');
  return new Map(
    subjects.map(({ title, desired }) => {
      const user = ownerOf(desired);
      const state =
        existing.includes(user) || created.has(user)
          ? toState(desired, crontabs.get(user))
          : toStateWithoutUser(desired);
      return [title, state] as const;
    }),
  );
}

/** A user that does not exist has no jobs; another resource may still create the user. */
function toStateWithoutUser({ ensure, user }: DesiredCron): State | Unreadable {
  if (ensure === 'absent') return { ensure: 'absent' };
  return new Unreadable(`the user ${user} does not exist; declare User[${user}]`);
}

function toState(desired: DesiredCron, crontab: Crontab | Unreadable | undefined): State | Unreadable {
  if (crontab instanceof Unreadable) return crontab;
  const job = crontab && findJob(crontab, desired);
  if (job !== undefined) return toJobState(job);
  if (desired.ensure !== 'absent' && desired.command === undefined)
    return new Unreadable(describeMissingCommand(desired));
  return { ensure: 'absent' };
}

function describeMissingCommand({ name, user }: DesiredCron): string {
  return `the crontab of ${user} has no job '${name}', and without a command it cannot be created; set command`;
}

/** Finds the jobs of all users that no subject declares, by title: a job that is declared for one user is a stray of another. */
export async function listUnmanaged(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State>> {
  const states = new Map<string, State>();
  if (!(await isCronInstalled(session))) return states;
  for (const [user, crontab] of await readCrontabs(session, await listCrontabOwners(session))) {
    if (crontab instanceof Unreadable) throw toHostError(crontab, crontabPathOf(session, user));
    const declared = subjects
      .filter(({ desired }) => ownerOf(desired) === user)
      .map(({ desired }) => desired);
    const claimed = new Set(declared.map((desired) => findJob(crontab, desired)));
    const names = new Set(declared.map(({ name }) => name));
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

/** Names an unmanaged job like Puppet does. */
function nameUnmanagedJob({ command }: Job, taken: ReadonlyMap<string, unknown>): string {
  const stem = `unmanaged:${command.trim().replace(/\s+/g, '_')}`;
  for (let number = 1; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
