import { integer, oneOf, parameter, type Scope, type ValueType } from '../../catalog/index.js';

type Ensure = 'present' | 'absent';

/** One field of a crontab line; numbers are converted to strings. */
const field: ValueType<string | number | readonly (string | number)[], string | readonly string[]> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  expected: "a time in crontab syntax, such as 5, '*/30' or '*', or a list of those",
  munge: (value) => (Array.isArray(value) ? value.map(numberToString) : numberToString(value)),
};

function numberToString(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** Returns parameters for the schedule of a cron job. */
export function scheduleParameters(minute: string, hour: string) {
  return {
    minute: parameter(field, 'Minutes of the hour.', { default: minute }),
    hour: parameter(field, 'Hours of the day.', { default: hour }),
    monthday: parameter(field, 'Days of the month.', { default: '*' }),
    month: parameter(field, 'Months.', { default: '*' }),
    weekday: parameter(field, 'Days of the week.', { default: '*' }),
  } as const;
}

/** A random delay of a job, so that it does not run on all nodes at once. */
export const delayParameter = {
  maxdelay: parameter(integer({ min: 0 }), 'Maximum random delay in seconds before the job starts.', {
    default: 0,
    since: 'wallaby',
  }),
} as const;

/** Whether the job exists; Puppet's classes can remove it since 2023.1. */
export const ensureParameter = {
  ensure: parameter<Ensure, Ensure>(oneOf('present', 'absent'), 'Whether the job exists.', {
    default: 'present',
    since: '2023.1',
  }),
} as const;

/** Returns a prefix for the command of a delayed job; cron treats an unescaped `%` as a line break. */
export function randomSleep(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
): string {
  const delay = scope.parameters.maxdelay ?? 0;
  return delay === 0 ? '' : `sleep \`expr \${RANDOM} \\% ${String(delay)}\`; `;
}
