import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import { Match } from '../../src/testing/index.js';
import { findMismatches } from '../../src/testing/matching/find-mismatches.js';

const values = fc.jsonValue({ maxDepth: 3 }).map((value) => structuredClone(value) as unknown);
const fits = (expected: unknown, actual: unknown) => findMismatches(expected, actual, 'value').length === 0;

/** Without hashes: an entry that is null is as good as none. */
const flat = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 4 }));

describe('laws of matching', () => {
  it('a value matches itself, and nothing that differs from it', () => {
    fc.assert(fc.property(values, (value) => fits(value, value)));
    fc.assert(fc.property(flat, flat, (one, other) => fits(one, other) === isDeepStrictEqual(one, other)));
  });

  it('not inverts every expectation', () => {
    fc.assert(fc.property(values, values, (one, other) => fits(Match.not(one), other) !== fits(one, other)));
  });

  it('a hash matches `like` with each part of it, and a list matches its beginnings, and in any order as a whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), flat), fc.string(), (hash, left) => {
        const { [left]: _, ...part } = hash;
        return fits(Match.like(part), hash);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(), (list, length) => {
        const reversed = [...list].reverse();
        return fits(Match.arrayWith(list.slice(0, length)), list) && fits(Match.members(reversed), list);
      }),
    );
  });

  it('a mismatch names the different key of a hash', () => {
    expect(findMismatches({ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'value')).to.deep.equal([
      { path: 'value.a.b.1', expected: '2', actual: 3 },
    ]);
  });
});
