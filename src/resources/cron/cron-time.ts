/** The five time fields of a job, in their order. */
export const timeFields = ['minute', 'hour', 'monthday', 'month', 'weekday'] as const;

/** A time field of a job. */
export type TimeField = (typeof timeFields)[number];

/** When a job runs: the values of its fields, or a special time such as `daily`. */
export type Schedule = { readonly special: string } | { readonly [F in TimeField]: readonly string[] };

const months = [
  '',
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const bounds: Readonly<Record<TimeField, readonly [low: number, high: number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  monthday: [1, 31],
  month: [1, 12],
  weekday: [0, 7],
};

/**
 * Converts a value to the form in which equal values are the same: names become numbers, leading zeros are removed, and
 * Sunday is 0, also in ranges and steps. Unknown values are returned unchanged.
 */
export function toCanonical(field: TimeField, value: string): string {
  const [range = '', ...steps] = toNumeric(field, value).split('/');
  const ends = range.split('-').map((end) => trimZeros(toNumeric(field, end)));
  const times = ends.join('-');
  return [field === 'weekday' && times === '7' ? '0' : times, ...steps.map(trimZeros)].join('/');
}

function trimZeros(number: string): string {
  return /^\d+$/.test(number) ? String(Number(number)) : number;
}

/** Converts a value to the form for a crontab: names become numbers, which every cron supports. Others stay as they are. */
export function toNumeric(field: TimeField, value: string): string {
  const text = value.trim();
  if (text === 'absent') return '*';
  const names = field === 'month' ? months : field === 'weekday' ? weekdays : [];
  const word = text.toLowerCase();
  const at = names.findIndex((name) => word !== '' && (word === name || word === name.slice(0, 3)));
  return at < 0 ? text : String(at);
}

/** Describes why a value of a field is invalid; undefined if it is valid. */
export function findTimeProblem(field: TimeField, value: string): string | undefined {
  const [low, high] = bounds[field];
  const match = /^(?:(\d+)|(?:\*|(\d+)-(\d+))(?:\/(\d+))?)$/.exec(toNumeric(field, value));
  const [, one, first, last, step] = (match ?? []).map((part) => (part === undefined ? part : Number(part)));
  const inside = [one, first, last].every((part) => part === undefined || (part >= low && part <= high));
  if (match !== null && inside && (first ?? 0) <= (last ?? 0) && step !== 0) return undefined;
  return `${field} '${value}' must be '*', a number from ${low} to ${high}, a range such as '${low}-${high}' or a step such as '*/2'`;
}

/** Whether two lists of values of a field are equal, in any order. */
export function hasSameTimes(field: TimeField, one: readonly string[], other: readonly string[]): boolean {
  const normal = (values: readonly string[]) =>
    [...new Set(values.map((value) => toCanonical(field, value)))].sort().join(',');
  return normal(one) === normal(other);
}

/** Parses the time at the start of a line of a crontab: `@daily`, or five fields. */
export function parseSchedule(text: string): Schedule {
  if (text.startsWith('@')) return { special: text.slice(1) };
  const fields = text.split(/\s+/);
  const at = (index: number) => (fields[index] ?? '*').split(',');
  return { minute: at(0), hour: at(1), monthday: at(2), month: at(3), weekday: at(4) };
}

/** Formats the time for the start of a line of a crontab. */
export function formatSchedule(schedule: Schedule): string {
  if ('special' in schedule) return `@${schedule.special}`;
  return timeFields.map((field) => schedule[field].join(',')).join(' ');
}
