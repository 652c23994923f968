import { expect } from 'chai';
import fc from 'fast-check';
import { compareDebianVersions } from '../../../../src/resources/package/apt/debian-version.js';

describe('versions of Debian', () => {
  const ascending: readonly (readonly string[])[] = [
    ['1.0~~', '1.0~~a', '1.0~', '1.0', '1.0a', '1.0aa', '1.0+b', '1.0.1'],
    ['1.9', '1.10', '1.10-1', '1.10-1+deb12u1', '1.10-1.1', '1.10-2', '2', '1:0.1'],
    ['7.2-1~bpo11+1', '7.2-1'],
    ['0.9999999999999999999998', '0.9999999999999999999999'],
    ['1a', '1.'],
  ];
  for (const versions of ascending) {
    it(`ascend: ${versions.join(' < ')}`, () => {
      for (let at = 1; at < versions.length; at += 1) {
        const [one = '', other = ''] = versions.slice(at - 1, at + 1);
        expect(compareDebianVersions(one, other), `${one} < ${other}`).to.be.below(0);
        expect(compareDebianVersions(other, one), `${other} > ${one}`).to.be.above(0);
      }
    });
  }

  it('are the same with an epoch or a revision of 0, and with leading zeros', () => {
    for (const other of ['0:1.2', '1.2-0', '1.02', '01.2']) {
      expect(compareDebianVersions('1.2', other), other).to.equal(0);
    }
  });

  const version = fc.stringMatching(/^([0-9]:)?[0-9][0-9a-c.+~]{0,5}(-[0-9a-c.+~]{0,3})?$/);

  it('are ordered totally', () => {
    fc.assert(
      fc.property(version, version, version, (one, other, third) => {
        const order = (left: string, right: string) => Math.sign(compareDebianVersions(left, right));
        expect(order(one, other) + order(other, one)).to.equal(0);
        if (order(one, other) <= 0 && order(other, third) <= 0) expect(order(one, third)).to.be.at.most(0);
      }),
    );
  });
});
