import { expect } from 'chai';
import fc from 'fast-check';
import { isRangeLike, isWithin, parseRange } from '../../../src/resources/package/version-range.js';

const numbers = (one: string, other: string) => Number(one) - Number(other);
const within = (version: number, text: string) => {
  const range = parseRange(text);
  return range !== undefined && isWithin(String(version), range, numbers);
};

describe('a range of versions', () => {
  it('has the bounds that it includes, and no others', () => {
    const inside = (text: string) => [1, 2, 3, 4].filter((version) => within(version, text));
    expect(inside('>2')).to.deep.equal([3, 4]);
    expect(inside('>=2')).to.deep.equal([2, 3, 4]);
    expect(inside('<2')).to.deep.equal([1]);
    expect(inside('<=2')).to.deep.equal([1, 2]);
    expect(inside('>1 <=3')).to.deep.equal([2, 3]);
  });

  it('holds what fulfils all of its comparisons, however many and in whatever order', () => {
    const operator = fc.constantFrom('<', '<=', '>', '>=');
    const comparisons = fc.array(fc.tuple(operator, fc.nat(9)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(comparisons, fc.nat(9), (all, version) => {
        const texts = all.map(([sign, limit]) => `${sign}${limit}`);
        expect(within(version, texts.join(' '))).to.equal(texts.every((text) => within(version, text)));
      }),
    );
  });

  it('is not what a version, a pattern or a word is', () => {
    for (const text of ['1.0', '2:1.0-1~bpo1', '1.6*', 'latest', 'present']) {
      expect(isRangeLike(text), text).to.equal(false);
      expect(parseRange(text), text).to.equal(undefined);
    }
  });
});
