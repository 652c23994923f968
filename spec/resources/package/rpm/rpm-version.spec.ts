import { expect } from 'chai';
import fc from 'fast-check';
import { compareEvr, compareVersions, parseEvr } from '../../../../src/resources/package/rpm/rpm-version.js';

describe("rpm's order of versions", () => {
  const ascending: readonly (readonly [string, string])[] = [
    ['1.0', '1.1'],
    ['1.9', '1.10'],
    ['1.0~rc1', '1.0'],
    ['1.0~rc1', '1.0~rc2'],
    ['1.0', '1.0^git1'],
    ['1.0^git1', '1.0.1'],
    ['1.0a', '1.0b'],
    ['1.a', '1.1'],
    ['1.0', '1.0.a'],
    ['2', '10'],
    ['1.99999999999999999998', '1.99999999999999999999'],
  ];
  for (const [older, newer] of ascending) {
    it(`has ${older} before ${newer}`, () => {
      expect(compareVersions(older, newer)).to.equal(-1);
      expect(compareVersions(newer, older)).to.equal(1);
    });
  }

  it('sees no difference in separators and leading zeros', () => {
    expect(compareVersions('1.05_2', '1.5.2')).to.equal(0);
  });

  it('puts the epoch first', () => {
    expect(compareEvr('1:0.1-1', '9.9-1')).to.equal(1);
  });

  it('compares releases only where both sides have one', () => {
    expect(compareEvr('1.0-3', '1.0')).to.equal(0);
    expect(compareEvr('1.0-3', '1.0-4')).to.equal(-1);
  });

  it('reads an epoch, a version and a release', () => {
    expect(parseEvr('3:1.2-4.el9')).to.deep.equal({ epoch: '3', version: '1.2', release: '4.el9' });
    expect(parseEvr('1.2')).to.deep.equal({ epoch: undefined, version: '1.2', release: undefined });
  });

  it('is an order: a version equals itself, and the other way round is the opposite', () => {
    const version = fc.stringMatching(/^[0-9a-c.~^]{0,8}$/);
    fc.assert(fc.property(version, (one) => compareVersions(one, one) === 0));
    fc.assert(
      fc.property(
        version,
        version,
        (one, other) => compareVersions(one, other) + compareVersions(other, one) === 0,
      ),
    );
  });

  it('is transitive', () => {
    const version = fc.stringMatching(/^[0-9a-c.~^]{0,6}$/);
    fc.assert(
      fc.property(version, version, version, (...three) => {
        const [low = '', middle = '', high = ''] = three.sort(compareVersions);
        return (
          compareVersions(low, middle) <= 0 &&
          compareVersions(middle, high) <= 0 &&
          compareVersions(low, high) <= 0
        );
      }),
    );
  });
});
