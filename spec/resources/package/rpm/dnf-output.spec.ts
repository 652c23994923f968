import { expect } from 'chai';
import {
  extractFailure,
  parseProgress,
  parseUnknownPackages,
  parseUpdates,
  parseVersionLocks,
  parseVersions,
} from '../../../../src/resources/package/rpm/dnf-output.js';

describe("dnf's and yum's output", () => {
  it('gives the newest versions, lines that were broken included', () => {
    const text = [
      '',
      'alpha.noarch                 2.0-1               local',
      'python3-a-very-long-name-of-a-package.x86_64',
      '                             1:3.4-5.el9         appstream',
      'Obsoleting Packages',
      'new.noarch                   9-9                 local',
      '    old.noarch               1-1                 @System',
    ].join('\n');
    expect([...parseUpdates(text)]).to.deep.equal([
      ['alpha', '2.0-1'],
      ['python3-a-very-long-name-of-a-package', '1:3.4-5.el9'],
    ]);
  });

  it('gives all versions of a list', () => {
    const text =
      'Installed Packages\nalpha.noarch  1.0-1  @local\nAvailable Packages\nalpha.noarch  1.0-1  local\nalpha.noarch  0:1.1-1  local\n';
    expect(parseVersions(text).get('alpha')).to.deep.equal(['1.0-1', '1.0-1', '1.1-1']);
  });

  it('gives nothing where there are no updates', () => {
    expect(parseUpdates('\n').size).to.equal(0);
  });

  it('names the packages that are unknown, in all the ways in which that is said', () => {
    expect(
      parseUnknownPackages('No match for argument: a\nError: Unable to find a match: a b'),
    ).to.deep.equal(['a', 'b']);
    expect(parseUnknownPackages('No package c available.\nError: Nothing to do')).to.deep.equal(['c']);
    expect(parseUnknownPackages('Complete!')).to.deep.equal([]);
  });

  const progress: readonly (readonly [string, string | undefined])[] = [
    ['  Installing       : glance-api-1:25.0-1.el9.noarch          1/2', 'installing glance-api'],
    ['  Upgrading        : bash-5.1.8-9.el9.x86_64                 1/2', 'upgrading bash'],
    [
      'Another app is currently holding the yum lock; waiting for it to exit...',
      'waiting for another program that changes packages',
    ],
    ['Dependencies resolved.', undefined],
  ];
  for (const [line, text] of progress) {
    it(`${text === undefined ? 'takes nothing' : `reads '${text}'`} from '${line.trim().slice(0, 40)}'`, () => {
      expect(parseProgress(line)).to.equal(text);
    });
  }

  it('names the locked packages of both forms of the list, and not the banned versions', () => {
    const list = '# Added lock on Friday\nalpha-0:1.1-1.*\n0:bash-4.2.46-31.el7.*\n!beta-0:2-1.*\n';
    expect([...parseVersionLocks(list)]).to.deep.equal(['alpha', 'bash']);
  });

  it('is cut down to the error', () => {
    expect(extractFailure('Last metadata check\nError: \n Problem: conflicting requests\n')).to.equal(
      'Error: \n Problem: conflicting requests',
    );
    expect(extractFailure('You have enabled checking\nx\n')).to.equal('You have enabled checking\nx');
  });
});
