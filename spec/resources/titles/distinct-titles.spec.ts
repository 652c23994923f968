import { expect } from 'chai';
import fc from 'fast-check';
import { assignDistinctTitles } from '../../../src/resources/titles/distinct-titles.js';

interface Pair {
  readonly one: string;
  readonly two: string;
}

const short = ({ one }: Pair) => one;
const whole = (pair: Pair) => JSON.stringify([pair.one, pair.two]);

describe('titles of their own', () => {
  it('are short if they are unique, and longer for all items that share one', () => {
    const things = [
      { one: 'a', two: '1' },
      { one: 'b', two: '1' },
      { one: 'a', two: '2' },
    ];
    expect([...assignDistinctTitles(things, whole, short).keys()]).to.deep.equal([
      'b',
      '["a","1"]',
      '["a","2"]',
    ]);
  });

  it('are as many as there are things, however these are called', () => {
    const word = fc.constantFrom('a', 'b', '["a","b"]', '');
    const pairs = fc.uniqueArray(fc.record({ one: word, two: word }), { selector: whole });
    fc.assert(
      fc.property(pairs, (things) => {
        expect([...assignDistinctTitles(things, whole, short).values()]).to.have.members(things);
      }),
    );
  });
});
