import { expect } from 'chai';
import {
  findTimeProblem,
  hasSameTimes,
  type TimeField,
  toCanonical,
} from '../../../src/resources/cron/cron-time.js';

describe('a field of a time', () => {
  const spellings: readonly [TimeField, string, string][] = [
    ['minute', '05', '5'],
    ['minute', 'absent', '*'],
    ['minute', '*/10', '*/10'],
    ['weekday', '7', '0'],
    ['weekday', 'Sunday', '0'],
    ['weekday', 'fri', '5'],
    ['month', 'December', '12'],
    ['month', 'jan', '1'],
    ['month', '7', '7'],
    ['hour', '2-4', '2-4'],
    ['hour', '02-04/01', '2-4/1'],
    ['minute', '*/05', '*/5'],
    ['weekday', '1-7', '1-7'],
    ['weekday', '07', '0'],
  ];
  for (const [field, written, meant] of spellings) {
    it(`knows that ${written} as a ${field} is ${meant}`, () => {
      expect(toCanonical(field, written)).to.equal(meant);
      expect(findTimeProblem(field, written)).to.equal(undefined);
    });
  }

  const wrong: readonly [TimeField, string][] = [
    ['minute', '60'],
    ['hour', '24'],
    ['monthday', '0'],
    ['month', '13'],
    ['month', 'monday'],
    ['weekday', '8'],
    ['minute', '*/0'],
    ['minute', 'jan'],
    ['hour', '2-'],
    ['hour', '2/4'],
    ['hour', '4-2'],
    ['hour', '20-24'],
    ['weekday', 'sunny'],
    ['weekday', 'mon-fri'],
  ];
  for (const [field, value] of wrong) {
    it(`refuses ${value} as a ${field}`, () => {
      expect(findTimeProblem(field, value)).to.include(`${field} '${value}'`);
    });
  }

  it('means the same in another order and another spelling', () => {
    expect(hasSameTimes('weekday', ['mon', '7'], ['0', 'Monday', '1'])).to.equal(true);
    expect(hasSameTimes('weekday', ['MON-fri'], ['1-5'])).to.equal(true);
    expect(hasSameTimes('weekday', ['1'], ['*'])).to.equal(false);
  });
});
