import type { State } from '../../engine/provider.js';
import type { WantedCron } from './attributes.js';
import { hasSameTimes, type Schedule, type TimeField, timeFields, toNumeric } from './cron-time.js';
import type { Crontab } from './crontab.js';
import type { Job } from './parse-crontab.js';

/**
 * Finds the job of a resource in a crontab: the one with its name, else an unmanaged one that runs the same command at the
 * same time, which is left as it is.
 */
export function findJob(crontab: Crontab, wanted: WantedCron): Job | undefined {
  const named = crontab.find(wanted.name);
  if (named !== undefined || wanted.command === undefined) return named;
  for (const job of crontab.unnamedJobs(wanted.command)) if (hasSameSchedule(job, wanted)) return job;
  return undefined;
}

function hasSameSchedule({ schedule }: Job, wanted: WantedCron): boolean {
  if ('special' in schedule) {
    // A resource without a time matches a job at any time.
    const hasNoTime =
      wanted.special === undefined && timeFields.every((field) => wanted[field] === undefined);
    return hasNoTime || wanted.special === schedule.special;
  }
  const special = wanted.special !== undefined && wanted.special !== 'absent';
  return (
    !special &&
    timeFields.every((field) => hasSameTimes(field, schedule[field], wanted[field] ?? schedule[field]))
  );
}

/** Converts a job to its state. */
export function toJobState({ command, environment, schedule }: Job): State {
  return { ensure: 'present', command: command.trim(), environment, special: 'absent', ...schedule };
}

/** Builds the desired job; what the resource does not set stays as it is. */
export function toDesiredJob(wanted: WantedCron, before: Job | undefined): Job {
  return {
    name: wanted.name,
    environment: wanted.environment ?? before?.environment ?? [],
    schedule: toDesiredSchedule(wanted, before?.schedule),
    command: wanted.command ?? before?.command ?? '',
  };
}

function toDesiredSchedule(wanted: WantedCron, before: Schedule | undefined): Schedule {
  if (wanted.special !== undefined && wanted.special !== 'absent') return { special: wanted.special };
  const timed = wanted.special === 'absent' || timeFields.some((field) => wanted[field] !== undefined);
  if (before !== undefined && 'special' in before && !timed) return before;
  const old = before === undefined || 'special' in before ? undefined : before;
  const every = (field: TimeField) =>
    wanted[field]?.map((value) => toNumeric(field, value)) ?? old?.[field] ?? ['*'];
  return {
    minute: every('minute'),
    hour: every('hour'),
    monthday: every('monthday'),
    month: every('month'),
    weekday: every('weekday'),
  };
}
