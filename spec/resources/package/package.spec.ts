import { expect } from 'chai';
import fc from 'fast-check';
import type { Facts } from '../../../src/data/facts.js';
import { providersOf } from '../../../src/engine/provider.js';
import { fits } from '../../../src/resources/package/observe.js';
import { Package } from '../../../src/resources/package/package.js';
import { complaints } from '../converge.js';

describe('the package type', () => {
  const wrong: readonly (readonly [string, Parameters<typeof declare>[0], RegExp])[] = [
    [
      'a version that an option could be made of',
      { ensure: '--reinstall' },
      /ensure must be .*not '--reinstall'/,
    ],
    [
      'a name that an option could be made of',
      { name: '-y' },
      /name must be the name of a package, not '-y'/,
    ],
    ['a name with a pattern in it', { name: 'python*' }, /name must be the name of a package/],
    [
      'a mark on what is to go',
      { ensure: 'absent', mark: 'hold' },
      /mark says something of a package that is there/,
    ],
    [
      'a source for what is to go',
      { ensure: 'purged', source: '/a.deb' },
      /source says where a package comes from/,
    ],
    [
      'a URL as source for apt',
      { provider: 'apt', source: 'http://a/b.deb' },
      /source must be the absolute path/,
    ],
  ];
  for (const ensure of [
    '>=',
    '>= 1.0',
    '>1.*',
    '=1.0',
    '>>1',
    '>1 || <3',
    '1.0 - 2.0',
    '!=1',
    '~>1.0',
    '>=1.0, <2',
  ]) {
    it(`refuses '${ensure}' as a range`, async () => {
      expect(await declare({ ensure })).to.match(/ensure '.*' is no range of versions|ensure must be/);
    });
  }

  it('says that ranges cannot be joined by ||', async () => {
    expect(await declare({ ensure: '<1 || >3' })).to.match(/there is no '\|\|' in ranges of packages/);
  });

  const declare = (given: ConstructorParameters<typeof Package>[2]) =>
    complaints((site) => new Package(site, 'nano', given));
  for (const [what, given, complaint] of wrong) {
    it(`refuses ${what}`, async () => {
      expect(await declare(given)).to.match(complaint);
    });
  }

  it('understands installed as present, and true and false of data files', () => {
    const munge = Package.definition.attributes.ensure.value.munge;
    expect(['installed', true, false].map((value) => munge?.(value))).to.deep.equal([
      'present',
      'present',
      'absent',
    ]);
  });

  it("takes the host's package manager, unless another is named", () => {
    const choice = providersOf(Package.definition as never);
    const choose = (facts: Facts, wanted: object) => choice?.choose(facts, wanted as never);
    expect(choose({ package_provider: 'apt' }, {})).to.equal('apt');
    expect(choose({ package_provider: 'apt' }, { provider: 'dnf' })).to.equal('dnf');
    expect(choose({ os: { family: 'RedHat' } }, {})).to.equal('dnf');
    expect(choose({}, {})).to.equal('apt');
  });

  it('takes * for any letters and ? for one, and everything else for itself', () => {
    expect(fits('1.6.18-1', '1.6*')).to.equal(true);
    expect(fits('1.6.18-1', '1.6.?8-1')).to.equal(true);
    expect(fits('1x6', '1.6*')).to.equal(false);
    fc.assert(fc.property(fc.string(), (version) => fits(version, version)));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9.+~-]*$/),
        (version) => fits(version, '*') && fits(version, `${version}*`),
      ),
    );
  });
});
