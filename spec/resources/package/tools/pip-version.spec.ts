import { expect } from 'chai';
import { comparePythonVersions, isPrerelease } from '../../../../src/resources/package/tools/pip-version.js';

describe("versions of Python's packages", () => {
  it('ascend as PEP 440 has them', () => {
    const versions = [
      ...[
        '1.0.dev1',
        '1.0a1.dev2',
        '1.0a1',
        '1.0a2',
        '1.0b1',
        '1.0rc1',
        '1.0',
        '1.0+abc',
        '1.0+5',
        '1.0.post1.dev1',
      ],
      ...['1.0.post1', '1.0.1', '1.9', '1.10', '2', '1!0.1'],
    ];
    for (let at = 1; at < versions.length; at += 1) {
      const [one = '', other = ''] = versions.slice(at - 1, at + 1);
      expect(comparePythonVersions(one, other), `${one} < ${other}`).to.equal(-1);
      expect(comparePythonVersions(other, one), `${other} > ${one}`).to.equal(1);
    }
  });

  it('are the same in another spelling', () => {
    const pairs = [
      ['1.0', '1'],
      ['1.0', 'v1.0.0'],
      ['1.0rc1', '1.0-C1'],
      ['1.0a1', '1.0.alpha.1'],
      ['1.0.post2', '1.0-2'],
      ['1.0.post2', '1.0.rev2'],
    ];
    for (const [one = '', other = ''] of pairs) {
      expect(comparePythonVersions(one, other), `${one} = ${other}`).to.equal(0);
    }
  });

  it('that no Python has come before all others', () => {
    expect(comparePythonVersions('main', '0')).to.equal(-1);
    expect(comparePythonVersions('0', 'main')).to.equal(1);
    expect(comparePythonVersions('main', 'main')).to.equal(0);
  });

  it('come before a release, or do not', () => {
    expect(['1.0a1', '1.0.dev3', '2rc1'].every(isPrerelease)).to.equal(true);
    expect(['1.0', '1.0.post1', '1.0+local'].some(isPrerelease)).to.equal(false);
  });
});
