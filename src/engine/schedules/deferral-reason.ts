import type { Period } from '../../catalog/schedules.js';

/** When a resource may be applied: the attributes of the type `schedule`. */
export interface ScheduleTimes {
  readonly period?: Period | undefined;
  readonly periodmatch?: 'distance' | 'number' | undefined;
  readonly repeat?: number | undefined;
  readonly range?: readonly string[] | undefined;
  readonly weekday?: readonly string[] | undefined;
}

const HOUR = 3600;
const secondsPerPeriod = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
} as const;
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Returns why a resource must not be applied now, by the clock of this process; undefined if it may be applied.
 * @param last When it was last applied; undefined if it never was.
 */
export function deferralReason(times: ScheduleTimes, last: Date | undefined, now: Date): string | undefined {
  const { period, range, weekday } = times;
  if (period === 'never') return 'its period is never';
  const onDays = weekday === undefined ? '' : ` on ${weekday.join(', ')}`;
  if (range === undefined) {
    if (!isDay(weekday, now)) return `only${onDays}`;
  } else if (!range.some((hours) => isWithin(hours, weekday, now))) {
    return `outside its range ${range.join(', ')}${onDays}`;
  }
  if (period === undefined || last === undefined || hasPassed(times, period, last, now)) return undefined;
  const { repeat = 1 } = times;
  return `already applied in this period: ${period}${repeat === 1 ? '' : `, ${repeat} times`}`;
}

/** Whether the period since the last time has passed. */
function hasPassed(times: ScheduleTimes, period: Exclude<Period, 'never'>, last: Date, now: Date): boolean {
  if (times.periodmatch === 'number') return periodKey(period, last) !== periodKey(period, now);
  const elapsed = (now.getTime() - last.getTime()) / 1000;
  // A clock that was set back must not defer a resource forever.
  return elapsed < 0 || elapsed >= secondsPerPeriod[period] / (times.repeat ?? 1);
}

/** Returns a string that identifies the hour, day, week or month of a time. */
function periodKey(period: Exclude<Period, 'never'>, time: Date): string {
  const [year, month, day] = [time.getFullYear(), time.getMonth(), time.getDate()];
  switch (period) {
    case 'hourly':
      return `${year}-${month}-${day} ${time.getHours()}`;
    case 'daily':
      return `${year}-${month}-${day}`;
    case 'weekly':
      return new Date(year, month, day - time.getDay()).toDateString();
    case 'monthly':
      return `${year}-${month}`;
  }
}

/** Whether a time is within a range of the day. The weekday is that of the day on which the range begins. */
function isWithin(range: string, weekday: ScheduleTimes['weekday'], now: Date): boolean {
  const [from = 0, to = 0] = range.split('-').map(secondOfDay);
  const second = secondOfDay(`${now.getHours()}:${now.getMinutes()}:${now.getSeconds()}`);
  if (from < to) return second >= from && second <= to && isDay(weekday, now);
  if (second >= from) return isDay(weekday, now);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return second <= to && isDay(weekday, yesterday);
}

function secondOfDay(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.trim().split(':').map(Number);
  return hours * HOUR + minutes * 60 + seconds;
}

function isDay(weekday: ScheduleTimes['weekday'], time: Date): boolean {
  if (weekday === undefined) return true;
  const today = time.getDay();
  return weekday.some(
    (day) => day === String(today) || day.slice(0, 3).toLowerCase() === weekdayNames[today],
  );
}
