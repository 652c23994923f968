import { arrayOf, integer, matching, nativeType, oneOf, parameter, title } from '../catalog/index.js';

const hour = '(?:[01]?\\d|2[0-3])(?::[0-5]?\\d){0,2}';
const range = matching(
  new RegExp(`^\\s*${hour}\\s*-\\s*${hour}\\s*$`),
  "two times of the day, such as '2 - 4:30'",
);
const weekday = matching(
  /^(?:[0-6]|sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|nes)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday|ur)?)$/i,
  "a day of the week, such as 'Sunday', 'Sun' or 0",
);

/** Says when resources that name it in their metaparameter `schedule` may be looked at and changed. */
export class Schedule extends nativeType(
  'schedule',
  {
    name: title('What it is called.'),
    period: parameter(
      oneOf('hourly', 'daily', 'weekly', 'monthly', 'never'),
      'How often a resource may be looked at. Without it, in every run that the other parameters allow.',
    ),
    periodmatch: parameter(
      oneOf('distance', 'number'),
      'What makes a new period: that it is so long ago, or that another hour, day, week or month has begun.',
      { default: 'distance' },
    ),
    repeat: parameter(integer({ min: 1 }), 'How often within a period; evenly spread.', { default: 1 }),
    range: parameter(
      arrayOf(range),
      'The times of the day, on the clock of this host; a range may cross midnight.',
    ),
    weekday: parameter(
      arrayOf(weekday),
      'The days of the week; of a range that crosses midnight, the day on which it begins.',
    ),
  },
  {
    doc: "When resources may be looked at and changed: those that name it as their 'schedule'. In other runs they are left alone, and refreshes that they are asked for wait. Schedules called hourly, daily, weekly, monthly, never and puppet (twice an hour) are there by themselves.",
    transparent: true,
    *validate({ repeat, periodmatch, period }) {
      if (repeat !== 1 && periodmatch !== 'distance') yield "repeat needs the periodmatch 'distance'";
      if (repeat !== 1 && period === undefined) yield 'repeat needs a period';
    },
  },
) {}
