/** The five fields of a line, in their order. */
export const timeFields = ['minute', 'hour', 'monthday', 'month', 'weekday'] as const;

/** A field of the time. */
export type TimeField = (typeof timeFields)[number];

/** When a job runs: by its fields, each a list, or at a special time such as `daily`. */
export type Schedule = { readonly special: string } | { readonly [F in TimeField]: readonly string[] };

const months = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const bounds: Readonly<Record<TimeField, readonly [low: number, high: number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  monthday: [1, 31],
  month: [1, 12],
  weekday: [0, 7],
};

/**
 * One spelling for what means the same in a field: names become numbers, leading zeros go, Sunday is 0. What it
 * does not understand comes back as it is.
 */
export function canonical(field: TimeField, value: string): string {
  const text = value.trim();
  if (text === 'absent') return '*';
  if (/^\d+$/.test(text)) return field === 'weekday' && Number(text) === 7 ? '0' : String(Number(text));
  const names = field === 'month' ? months : field === 'weekday' ? weekdays : [];
  const at = /^[a-z]{3,}$/i.test(text) ? names.indexOf(text.slice(0, 3).toLowerCase()) : -1;
  return at < 0 ? text : String(at);
}

/** What is wrong with a value of a field, or undefined. */
export function complaint(field: TimeField, value: string): string | undefined {
  const [low, high] = bounds[field];
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(canonical(field, value));
  const numbers = [match?.[1], match?.[2]].filter((part) => part !== undefined).map(Number);
  const step = match?.[3];
  if (
    match !== null &&
    numbers.every((part) => part >= low && part <= high) &&
    (step === undefined || Number(step) > 0)
  ) {
    return undefined;
  }
  return `${field} '${value}' must be '*', a number from ${low} to ${high}, a range or a step such as '*/2'`;
}

/** Whether two lists of a field mean the same; their order does not count. */
export function sameTimes(field: TimeField, one: readonly string[], other: readonly string[]): boolean {
  const normal = (values: readonly string[]) =>
    [...new Set(values.map((value) => canonical(field, value)))].sort().join(',');
  return normal(one) === normal(other);
}

/** Reads the time at the start of a line of a crontab: `@daily`, or five fields. */
export function parseSchedule(text: string): Schedule {
  if (text.startsWith('@')) return { special: text.slice(1) };
  const fields = text.split(/\s+/);
  const at = (index: number) => (fields[index] ?? '*').split(',');
  return { minute: at(0), hour: at(1), monthday: at(2), month: at(3), weekday: at(4) };
}

/** The time as a line of a crontab begins with it. */
export function printSchedule(schedule: Schedule): string {
  if ('special' in schedule) return `@${schedule.special}`;
  return timeFields.map((field) => schedule[field].join(',')).join(' ');
}
