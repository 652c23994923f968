import { integer, oneOf, parameter, type Scope, type ValueType } from '../../catalog/index.js';

type Ensure = 'present' | 'absent';

/** One field of a line of cron's; numbers are texts there. */
const field: ValueType<string | number | readonly (string | number)[], string | readonly string[]> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  expected: "a time in cron's words, such as 5, '*/30' or '*', or a list of those",
  munge: (value) => (Array.isArray(value) ? value.map(numberToString) : numberToString(value)),
};

function numberToString(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** When a cron job runs, in cron's own words. */
export function scheduleParameters(minute: string, hour: string) {
  return {
    minute: parameter(field, 'Minutes of the hour.', { default: minute }),
    hour: parameter(field, 'Hours of the day.', { default: hour }),
    monthday: parameter(field, 'Days of the month.', { default: '*' }),
    month: parameter(field, 'Months.', { default: '*' }),
    weekday: parameter(field, 'Days of the week.', { default: '*' }),
  } as const;
}

/** How long a job may wait at most, so that not all nodes work at the same moment. */
export const delayParameter = {
  maxdelay: parameter(
    integer({ min: 0 }),
    'Seconds that the job waits at most, at random, before it starts.',
    {
      default: 0,
      since: 'wallaby',
    },
  ),
} as const;

/** Whether the job is there; Puppet's classes can take it away again since 2023.1. */
export const ensureParameter = {
  ensure: parameter<Ensure, Ensure>(oneOf('present', 'absent'), 'Whether the job is there.', {
    default: 'present',
    since: '2023.1',
  }),
} as const;

/** What stands before the command of a job that waits; cron takes a bare `%` for a new line. */
export function randomSleep(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
): string {
  const delay = scope.parameters.maxdelay ?? 0;
  return delay === 0 ? '' : `sleep \`expr \${RANDOM} \\% ${String(delay)}\`; `;
}
