import { expect } from 'chai';
import fc from 'fast-check';
import { deferralReason, type ScheduleTimes } from '../../../src/engine/schedules/deferral-reason.js';

/** A time of the week that begins on Sunday, 2 August 2026, on the clock of this process. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 7, 2 + day, hour, minute);

const admits = (...given: Parameters<typeof deferralReason>) => deferralReason(...given) === undefined;

describe('a schedule', () => {
  const cases: readonly [ScheduleTimes, Date | undefined, Date, boolean, string][] = [
    [{}, at(0, 1), at(0, 1), true, 'admits everything where it says nothing'],
    [{ period: 'never' }, undefined, at(0, 1), false, 'may never admit anything'],
    [{ period: 'daily' }, undefined, at(0, 1), true, 'admits what was never done'],
    [{ period: 'daily' }, at(0, 1), at(0, 23), false, 'does not admit within its period'],
    [{ period: 'daily' }, at(0, 1), at(1, 1), true, 'admits after its period'],
    [{ period: 'daily', repeat: 2 }, at(0, 1), at(0, 13), true, 'admits several times in a period'],
    [{ period: 'daily', repeat: 2 }, at(0, 1), at(0, 12, 59), false, 'admits them evenly spread'],
    [{ period: 'hourly' }, at(0, 2), at(0, 1), true, 'admits where the clock was put back'],
    [
      { period: 'hourly', periodmatch: 'number' },
      at(0, 1, 59),
      at(0, 2),
      true,
      'may count hours of the clock',
    ],
    [
      { period: 'hourly', periodmatch: 'number' },
      at(0, 1),
      at(1, 1),
      true,
      'tells the hours of two days apart',
    ],
    [
      { period: 'hourly', periodmatch: 'number' },
      at(0, 1),
      at(0, 1, 59),
      false,
      'counts an hour of the clock once',
    ],
    [
      { period: 'weekly', periodmatch: 'number' },
      at(-1, 23),
      at(0, 0),
      true,
      'may count weeks, from Sunday on',
    ],
    [{ period: 'weekly', periodmatch: 'number' }, at(0, 0), at(6, 23), false, 'counts a week once'],
    [{ period: 'monthly', periodmatch: 'number' }, at(-2, 0), at(-1, 0), true, 'may count months'],
    [{ range: ['2 - 4'] }, undefined, at(0, 3), true, 'admits within a range of the day'],
    [{ range: ['2 - 4'] }, undefined, at(0, 4, 1), false, 'does not admit outside of it'],
    [{ range: ['2 - 4:30:15'] }, undefined, at(0, 4, 30), true, 'takes minutes and seconds'],
    [{ range: ['1 - 2', '5 - 6'] }, undefined, at(0, 5), true, 'takes several ranges'],
    [{ range: ['22 - 4'] }, undefined, at(0, 23), true, 'takes a range across midnight, before it'],
    [{ range: ['22 - 4'] }, undefined, at(0, 3), true, 'takes a range across midnight, after it'],
    [{ range: ['22 - 4'] }, undefined, at(0, 12), false, 'does not admit between two of them'],
    [{ range: ['2 - 4'] }, undefined, at(0, 2), true, 'admits from the first second of a range'],
    [{ range: ['2 - 4'] }, undefined, at(0, 4), true, 'admits up to the last second of a range'],
    [{ range: ['22 - 4'] }, undefined, at(0, 22), true, 'admits from the first second of a night'],
    [{ range: ['22 - 4'] }, undefined, at(0, 4), true, 'admits up to the last second of a night'],
    [{ range: ['22 - 4'] }, undefined, at(0, 4, 1), false, 'does not admit after the end of a night'],
    [{ range: ['2 - 2'] }, undefined, at(0, 12), true, 'admits all day where a range ends as it begins'],
    [{ weekday: ['Sunday'] }, undefined, at(0, 3), true, 'admits on a day of the week'],
    [{ weekday: ['Mon', '2'] }, undefined, at(2, 3), true, 'takes several days'],
    [{ weekday: ['Mon'] }, undefined, at(2, 3), false, 'does not admit on other days'],
    [
      { range: ['22 - 4'], weekday: ['Sat'] },
      undefined,
      at(7, 2),
      true,
      'counts a night by the day that it begins on',
    ],
    [
      { range: ['22 - 4'], weekday: ['Sat'] },
      undefined,
      at(6, 2),
      false,
      'and not by the day that it ends on',
    ],
    [{ range: ['2 - 4'], period: 'daily' }, at(0, 2), at(0, 3), false, 'holds range and period at once'],
  ];
  for (const [times, last, now, expected, what] of cases) {
    it(what, () => {
      expect(admits(times, last, now)).to.equal(expected);
    });
  }

  it('accepts weekdays by name in any case, by abbreviation and by number', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    for (const [day, name] of names.entries()) {
      for (const word of [
        name,
        name.toLowerCase(),
        name.slice(0, 3),
        name.slice(0, 3).toUpperCase(),
        `${day}`,
      ]) {
        const days = names.flatMap((_name, other) =>
          admits({ weekday: [word] }, undefined, at(other, 3)) ? [other] : [],
        );
        expect(days, word).to.deep.equal([day]);
      }
    }
  });

  it('can count calendar days', () => {
    const times = { period: 'daily', periodmatch: 'number' } as const;
    expect(admits(times, at(0, 1), at(0, 23))).to.equal(false);
    expect(admits(times, at(0, 23), at(1, 0))).to.equal(true);
    // The same day of another month, and the same month of another year.
    expect(admits(times, new Date(2026, 7, 2), new Date(2026, 8, 2))).to.equal(true);
    expect(admits({ ...times, period: 'monthly' }, new Date(2026, 7, 2), new Date(2027, 7, 2))).to.equal(
      true,
    );
  });

  for (const [times, last, reason] of [
    [{ period: 'never' }, undefined, 'its period is never'],
    [{ range: ['2 - 4'] }, undefined, 'outside its range 2 - 4'],
    [{ range: ['1 - 2', '5 - 6'], weekday: ['Mon'] }, undefined, 'outside its range 1 - 2, 5 - 6 on Mon'],
    [{ weekday: ['Sat', 'Mon'] }, undefined, 'only on Sat, Mon'],
    [{ period: 'weekly' }, at(0, 1), 'already applied in this period: weekly'],
    [{ period: 'daily', repeat: 2 }, at(0, 11), 'already applied in this period: daily, 2 times'],
  ] as const) {
    it(`defers a resource because '${reason}'`, () => {
      expect(deferralReason(times, last, at(0, 12))).to.equal(reason);
    });
  }

  it('permits one application per period, or as many as it repeats', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (minutes, repeat) => {
        const done: number[] = [];
        let now = at(0, 0).getTime();
        for (const step of minutes) {
          now += step * 60_000;
          const last = done.at(-1);
          if (
            admits(
              { period: 'daily', repeat },
              last === undefined ? undefined : new Date(last),
              new Date(now),
            )
          )
            done.push(now);
        }
        return done.every(
          (time) => done.filter((one) => one >= time && one < time + 86_400_000).length <= repeat,
        );
      }),
    );
  });
});
