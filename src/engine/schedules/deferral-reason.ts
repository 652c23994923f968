import type { Period } from '../../catalog/schedules.js';

/** When something may be done; as the type `schedule` has it. */
export interface Times {
  readonly period?: Period | undefined;
  readonly periodmatch?: 'distance' | 'number' | undefined;
  readonly repeat?: number | undefined;
  readonly range?: readonly string[] | undefined;
  readonly weekday?: readonly string[] | undefined;
}

const HOUR = 3600;
const seconds = { hourly: HOUR, daily: 24 * HOUR, weekly: 7 * 24 * HOUR, monthly: 30 * 24 * HOUR } as const;
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Why something may not be done now, on the clock of this process; undefined where it may.
 * @param last When it was done last; undefined where it never was.
 */
export function deferralReason(times: Times, last: Date | undefined, now: Date): string | undefined {
  const { period, range, weekday } = times;
  if (period === 'never') return 'its period is never';
  const on = weekday === undefined ? '' : ` on ${weekday.join(', ')}`;
  if (range === undefined) {
    if (!isDay(weekday, now)) return `only${on}`;
  } else if (!range.some((one) => isWithin(one, weekday, now))) {
    return `outside its range ${range.join(', ')}${on}`;
  }
  if (period === undefined || last === undefined || hasPassed(times, period, last, now)) return undefined;
  const { repeat = 1 } = times;
  return `already applied in this period: ${period}${repeat === 1 ? '' : `, ${repeat} times`}`;
}

/** Whether it may be done again after it was done last. */
function hasPassed(times: Times, period: Exclude<Period, 'never'>, last: Date, now: Date): boolean {
  if (times.periodmatch === 'number') return begun(period, last) !== begun(period, now);
  const elapsed = (now.getTime() - last.getTime()) / 1000;
  // A clock that was put back must not keep anything from being done for ever.
  return elapsed < 0 || elapsed >= seconds[period] / (times.repeat ?? 1);
}

/** Names the hour, day, week or month that a time lies in. */
function begun(period: Exclude<Period, 'never'>, time: Date): string {
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

/** Whether a time lies within a range of the day; the weekday is that of the day on which the range begins. */
function isWithin(range: string, weekday: Times['weekday'], now: Date): boolean {
  const [from = 0, to = 0] = range.split('-').map(secondOfDay);
  const second = secondOfDay(`${now.getHours()}:${now.getMinutes()}:${now.getSeconds()}`);
  if (from < to) return second >= from && second <= to && isDay(weekday, now);
  if (second >= from) return isDay(weekday, now);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return second <= to && isDay(weekday, yesterday);
}

function secondOfDay(text: string): number {
  const [hours = 0, minutes = 0, secondsOf = 0] = text.trim().split(':').map(Number);
  return hours * HOUR + minutes * 60 + secondsOf;
}

function isDay(weekday: Times['weekday'], time: Date): boolean {
  if (weekday === undefined) return true;
  const today = time.getDay();
  return weekday.some((day) => day === String(today) || day.slice(0, 3).toLowerCase() === days[today]);
}
