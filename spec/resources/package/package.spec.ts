import { expect } from 'chai';
import fc from 'fast-check';
import type { Facts } from '../../../src/data/facts.js';
import { providersOf } from '../../../src/engine/provider.js';
import { matchesPattern } from '../../../src/resources/package/observe-package.js';
import { Package } from '../../../src/resources/package/package.js';
import { errorsOf } from '../converge.js';

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
      /mark has no effect on a package that is removed/,
    ],
    [
      'a source for what is to go',
      { ensure: 'purged', source: '/a.deb' },
      /source has no effect on a package that is removed/,
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
      expect(await declare({ ensure })).to.match(/ensure '.*' is not a range of versions|ensure must be/);
    });
  }

  const unable: readonly (readonly [string, Parameters<typeof declare>[0], RegExp])[] = [
    [
      'answers to questions for pip',
      { provider: 'pip', responsefile: '/a' },
      /responsefile is not supported by the provider 'pip', only by apt/,
    ],
    ['a hold for gem', { provider: 'gem', ensure: 'held' }, /mark is not supported by the provider 'gem'/],
    [
      'options for dpkg',
      { provider: 'dpkg', install_options: ['-x'] },
      /install_options is not supported by the provider 'dpkg'/,
    ],
    [
      'options of a removal for npm',
      { provider: 'npm', uninstall_options: ['-x'] },
      /uninstall_options is not supported/,
    ],
    [
      'a command for apt',
      { provider: 'apt', command: '/a' },
      /command is not supported by the provider 'apt', only by pip, pip3, gem/,
    ],
    [
      'a command for the default',
      { command: '/a' },
      /command is not supported by the system's package managers/,
    ],
    [
      'configuration files for dnf',
      { provider: 'dnf', configfiles: 'replace' },
      /configfiles is not supported by the provider 'dnf', only by apt, dpkg/,
    ],
    [
      'a new installation of pip',
      { provider: 'pip3', reinstall_on_refresh: true },
      /reinstall_on_refresh is not supported/,
    ],
    [
      'purged for a language',
      { provider: 'npm', ensure: 'purged' },
      /'purged' is not supported by the provider 'npm'.*use 'absent'/,
    ],
    [
      'a version for dpkg',
      { provider: 'dpkg', ensure: '1.0', source: '/a.deb' },
      /its source determines the version/,
    ],
    ['the latest of no file', { provider: 'dpkg', ensure: 'latest' }, /source is required for dpkg/],
    [
      'a range for npm',
      { provider: 'npm', ensure: '>1.0.0' },
      /is a range, which the provider 'npm' does not support/,
    ],
    ['a tag of npm', { provider: 'npm', ensure: 'next' }, /is not a version of npm/],
    [
      'a pattern for pip',
      { provider: 'pip', ensure: '1.*' },
      /is a pattern, which the provider 'pip' does not support/,
    ],
    ['a revision of nothing', { provider: 'pip', ensure: 'main' }, /a revision needs a source/],
    ['what is not a requirement of gems', { provider: 'gem', ensure: '>' }, /is not a requirement of gems/],
    [
      'a relative path of a gem',
      { provider: 'gem', source: 'a.gem' },
      /source must be the absolute path of a gem/,
    ],
    ['an option as source', { provider: 'npm', source: '--x' }, /would be read as an option/],
    [
      'the latest of a wheel',
      { provider: 'pip', ensure: 'latest', source: '/a.whl' },
      /'latest' refers to the registry/,
    ],
    ['a scope outside of npm', { name: '@a/b' }, /is a package of npm/],
    [
      'a password in a URL',
      { provider: 'pip', install_options: [{ '-i': 'https://me:word@host/x' }] },
      /install_options contains a URL with a password/,
    ],
    [
      'a password in a source',
      { provider: 'gem', source: 'https://me:word@host/x' },
      /source contains a URL with a password/,
    ],
  ];
  for (const [what, given, message] of unable) {
    it(`refuses ${what}`, async () => {
      expect(await declare(given)).to.match(message);
    });
  }

  const able: readonly (readonly [string, Parameters<typeof declare>[0]])[] = [
    ['a revision of a repository', { provider: 'pip', ensure: 'main', source: 'git+https://host/x' }],
    ['requirements of gems', { provider: 'gem', ensure: '>= 1.0, < 2' }],
    ['a scope of npm', { provider: 'npm', name: '@a/b', source: 'github:a/b' }],
    ['a hold of dpkg', { provider: 'dpkg', mark: 'hold' }],
    ['a range where the host decides', { ensure: '>1.0' }],
  ];
  for (const [what, given] of able) {
    it(`takes ${what}`, async () => {
      expect(await declare(given)).to.equal('');
    });
  }

  const pairs: readonly (readonly [
    boolean,
    string,
    Parameters<typeof declare>[0],
    Parameters<typeof declare>[0],
  ])[] = [
    [true, 'a package and a gem', {}, { provider: 'gem' }],
    [true, 'pip and npm', { provider: 'pip' }, { provider: 'npm' }],
    [true, 'two Pythons', { provider: 'pip' }, { provider: 'pip', command: '/opt/venv/bin/pip' }],
    [false, 'two gems', { provider: 'gem' }, { provider: 'gem', ensure: '1.0' }],
    [false, 'apt and dpkg', { provider: 'apt' }, { provider: 'dpkg' }],
    [false, 'the default and apt', {}, { provider: 'apt' }],
  ];
  for (const [both, what, one, other] of pairs) {
    it(`${both ? 'takes' : 'refuses'} one name for ${what}`, async () => {
      const message = await errorsOf((site) => {
        new Package(site, 'nano', one);
        new Package(site, 'another', { name: 'nano', ...other });
      });
      if (both) expect(message).to.equal('');
      else expect(message).to.match(/are both about/);
    });
  }

  it('says that ranges cannot be joined by ||', async () => {
    expect(await declare({ ensure: '<1 || >3' })).to.match(/ranges of packages have no '\|\|'/);
  });

  const declare = (given: ConstructorParameters<typeof Package>[2]) =>
    errorsOf((site) => new Package(site, 'nano', given));
  for (const [what, given, message] of wrong) {
    it(`refuses ${what}`, async () => {
      expect(await declare(given)).to.match(message);
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
    const choose = (facts: Facts, desired: object) => choice?.choose(facts, desired as never);
    expect(choose({ package_provider: 'apt' }, {})).to.equal('apt');
    expect(choose({ package_provider: 'apt' }, { provider: 'dnf' })).to.equal('dnf');
    expect(choose({ os: { family: 'RedHat' } }, {})).to.equal('dnf');
    expect(choose({}, {})).to.equal('apt');
  });

  it('takes * for any letters and ? for one, and everything else for itself', () => {
    expect(matchesPattern('1.6.18-1', '1.6*')).to.equal(true);
    expect(matchesPattern('1.6.18-1', '1.6.?8-1')).to.equal(true);
    expect(matchesPattern('1x6', '1.6*')).to.equal(false);
    fc.assert(fc.property(fc.string(), (version) => matchesPattern(version, version)));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9.+~-]*$/),
        (version) => matchesPattern(version, '*') && matchesPattern(version, `${version}*`),
      ),
    );
  });
});
