import type { State } from '../../engine/provider.js';
import type { DesiredCron } from './attributes.js';
import { hasSameTimes, type Schedule, type TimeField, timeFields, toNumeric } from './cron-time.js';
import type { Crontab } from './crontab.js';
import type { Job } from './parse-crontab.js';

/**
 * Finds the job of a resource in a crontab: the one with its name, else an unmanaged one that runs the same command at the
 * same time, which is left as it is.
 */
export function findJob(crontab: Crontab, desired: DesiredCron): Job | undefined {
  const named = crontab.find(desired.name);
  if (named !== undefined || desired.command === undefined) return named;
  for (const job of crontab.unnamedJobs(desired.command)) if (hasSameSchedule(job, desired)) return job;
  return undefined;
}

function hasSameSchedule({ schedule }: Job, desired: DesiredCron): boolean {
  if ('special' in schedule) {
    // A resource without a time matches a job at any time.
    const hasNoTime =
      desired.special === undefined && timeFields.every((field) => desired[field] === undefined);
    return hasNoTime || desired.special === schedule.special;
  }
  const special = desired.special !== undefined && desired.special !== 'absent';
  return (
    !special &&
    timeFields.every((field) => hasSameTimes(field, schedule[field], desired[field] ?? schedule[field]))
  );
}

/** Converts a job to its state. */
export function toJobState({ command, environment, schedule }: Job): State {
  return { ensure: 'present', command: command.trim(), environment, special: 'absent', ...schedule };
}

/** Builds the desired job; what the resource does not set stays as it is. */
export function toDesiredJob(desired: DesiredCron, before: Job | undefined): Job {
  return {
    name: desired.name,
    environment: desired.environment ?? before?.environment ?? [],
    schedule: toDesiredSchedule(desired, before?.schedule),
    command: desired.command ?? before?.command ?? '',
  };
}

function toDesiredSchedule(desired: DesiredCron, before: Schedule | undefined): Schedule {
  if (desired.special !== undefined && desired.special !== 'absent') return { special: desired.special };
  const timed = desired.special === 'absent' || timeFields.some((field) => desired[field] !== undefined);
  if (before !== undefined && 'special' in before && !timed) return before;
  const old = before === undefined || 'special' in before ? undefined : before;
  const every = (field: TimeField) =>
    desired[field]?.map((value) => toNumeric(field, value)) ?? old?.[field] ?? ['*'];
  return {
    minute: every('minute'),
    hour: every('hour'),
    monthday: every('monthday'),
    month: every('month'),
    weekday: every('weekday'),
  };
}
