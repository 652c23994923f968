import { arrayOf, integer, matching, nativeType, oneOf, parameter, title } from '../catalog/index.js';

const hour = '(?:[01]?\\d|2[0-3])(?::[0-5]?\\d){0,2}';
const range = matching(
  new RegExp(`^\\s*${hour}\\s*-\\s*${hour}\\s*$`),
  "two times of the day, such as '2 - 4:30'",
);
/** In any case, as in Puppet. The pattern is also a JSON Schema, which has no flags. */
const weekday = matching(
  new RegExp(
    '^(?:[0-6]|sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|nes)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday|ur)?)$'.replace(
      /[a-z]/g,
      (letter) => `[${letter}${letter.toUpperCase()}]`,
    ),
  ),
  "a day of the week, such as 'Sunday', 'Sun' or 0",
);

/**
 * The times at which resources with the metaparameter `schedule` may be compared and changed.
 * @example
 * new Schedule(site, 'maintenance', { range: '2 - 4:30', weekday: ['Saturday', 'Sunday'] });
 * new Package(site, 'glance-api', { ensure: 'latest', schedule: 'maintenance' });
 */
export class Schedule extends nativeType(
  'schedule',
  {
    name: title('The name of the schedule.'),
    period: parameter(
      oneOf('hourly', 'daily', 'weekly', 'monthly', 'never'),
      'How often a resource may be applied. @default in every run that the other parameters allow',
    ),
    periodmatch: parameter(
      oneOf('distance', 'number'),
      'The start of a new period: after this time has passed, or when another hour, day, week or month has begun.',
      { default: 'distance' },
    ),
    repeat: parameter(integer({ min: 1 }), 'The number of times within a period, at regular intervals.', {
      default: 1,
    }),
    range: parameter(
      arrayOf(range),
      'The times of the day, in local time of this host; a range may cross midnight.',
    ),
    weekday: parameter(
      arrayOf(weekday),
      'The days of the week; of a range that crosses midnight, the day on which it begins.',
    ),
  },
  {
    doc: "The times at which resources with this 'schedule' may be compared and changed. In other runs they are skipped, and their refreshes stay pending. The schedules hourly, daily, weekly, monthly, never and puppet (twice an hour) always exist.",
    transparent: true,
    *validate({ repeat, periodmatch, period }) {
      if (repeat !== 1 && periodmatch !== 'distance') yield "repeat needs the periodmatch 'distance'";
      if (repeat !== 1 && period === undefined) yield 'repeat needs a period';
    },
  },
) {}
