import { expect } from 'chai';
import {
  findInstalledVersions,
  parseProvides,
  parseRpmList,
  satisfiesRpmVersion,
} from '../../../../src/resources/package/rpm/rpm-database.js';

const LIST = [
  'bash\t0\t5.1.8-9.el9\tx86_64',
  'kernel\t0\t5.14.0-1.el9\tx86_64',
  'kernel\t0\t5.14.0-2.el9\tx86_64',
  'dbus\t1\t1.12.20-8.el9\tx86_64',
  'glibc\t0\t2.34-1\tx86_64',
  'glibc\t0\t2.34-1\ti686',
  '',
].join('\n');

describe("rpm's database", () => {
  const database = parseRpmList(LIST);

  it('gives versions with their release, and the epoch where there is one', () => {
    expect(findInstalledVersions(database, 'bash').map(({ evr }) => evr)).to.deep.equal(['5.1.8-9.el9']);
    expect(findInstalledVersions(database, 'dbus').map(({ evr }) => evr)).to.deep.equal(['1:1.12.20-8.el9']);
  });

  it('gives every version of a package that is there several times', () => {
    expect(findInstalledVersions(database, 'kernel')).to.have.length(2);
  });

  it('means one architecture where the name has it', () => {
    expect(
      findInstalledVersions(database, 'glibc.i686').map(({ architecture }) => architecture),
    ).to.deep.equal(['i686']);
    expect(findInstalledVersions(database, 'bash.i686')).to.deep.equal([]);
  });

  it('has no versions of what is not installed', () => {
    expect(findInstalledVersions(database, 'nosuch')).to.deep.equal([]);
  });

  it('names the first package that provides something', () => {
    expect(parseProvides('postfix\tMTA\nexim\tMTA\n').get('MTA')).to.equal('postfix');
  });

  const versions: readonly (readonly [string, boolean])[] = [
    ['1:1.12.20-8.el9', true],
    ['1.12.20-8.el9', true],
    ['1.12.20', true],
    ['1:1.12.20', true],
    ['1.12.*', true],
    ['1.12.20-8*', true],
    ['1.12', false],
    ['2:1.12.20-8.el9', false],
    ['11.12.20', false],
  ];
  for (const [desired, met] of versions) {
    it(`takes 1:1.12.20-8.el9 ${met ? 'for' : 'for something else than'} ${desired}`, () => {
      expect(satisfiesRpmVersion('1:1.12.20-8.el9', desired)).to.equal(met);
    });
  }
});
