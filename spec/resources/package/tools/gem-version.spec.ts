import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkGemVersion,
  compareGemVersions,
  satisfiesGemVersion,
  toVersionOption,
} from '../../../../src/resources/package/tools/gem-version.js';

describe('versions of gems', () => {
  it('ascend, with what comes before a release below it', () => {
    const versions = [
      '1.0.0.alpha',
      '1.0.0.beta2',
      '1.0.0.rc1',
      '1.0.0',
      '1.0.1',
      '1.2',
      '1.10',
      '2.0.pre',
      '2',
    ];
    for (let at = 1; at < versions.length; at += 1) {
      const [one = '', other = ''] = versions.slice(at - 1, at + 1);
      expect(compareGemVersions(one, other), `${one} < ${other}`).to.equal(-1);
      expect(compareGemVersions(other, one), `${other} > ${one}`).to.equal(1);
    }
  });

  it('are the same with zeros at the end', () => {
    const numbers = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(numbers, fc.nat(3), (parts, zeros) => {
        const version = parts.join('.');
        expect(compareGemVersions(version, version + '.0'.repeat(zeros))).to.equal(0);
      }),
    );
  });

  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['~> 1.2', ['1.2', '1.2.9', '1.9'], ['1.1', '2', '2.0.a']],
    ['~> 1.2.3', ['1.2.3', '1.2.10'], ['1.2.2', '1.3']],
    ['~>2', ['2', '2.9'], ['1.9', '3']],
    ['>0.5 <0.7', ['0.6.0'], ['0.5', '0.7', '0.8']],
    ['>= 1.0, < 2', ['1', '1.9'], ['0.9', '2.0']],
    ['!= 1.5', ['1', '1.6'], ['1.5.0']],
    ['= 1.5', ['1.5.0'], ['1.5.1']],
    ['1.5', ['1.5'], ['1.50']],
  ];
  for (const [text, inside, outside] of cases) {
    it(`fulfil '${text}' or do not`, () => {
      for (const version of inside) expect(satisfiesGemVersion(version, text), version).to.equal(true);
      for (const version of outside) expect(satisfiesGemVersion(version, text), version).to.equal(false);
      expect(checkGemVersion(text)).to.equal(undefined);
    });
  }

  it('become what gem takes', () => {
    expect(toVersionOption('>0.5 <0.7')).to.equal('> 0.5, < 0.7');
    expect(toVersionOption('1.5')).to.equal('1.5');
  });

  for (const text of ['>=', '>1 || <3', '~>', '1.0 -', '>1,', '=> 1', 'master', '1.*']) {
    it(`are not '${text}'`, () => {
      expect(checkGemVersion(text)).to.match(/is not a (requirement|version) of/);
    });
  }
});
