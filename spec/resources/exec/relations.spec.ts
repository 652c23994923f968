import { expect } from 'chai';
import { type AttributesOf, compile, manifest } from '../../../src/catalog/index.js';
import type { attributes } from '../../../src/resources/exec/attributes.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { autorequire, listPathsIn, paths } from '../../../src/resources/exec/relations.js';

describe('an exec', () => {
  async function desiredOf(given: AttributesOf<typeof attributes>): Promise<never> {
    const catalog = await compile(manifest((site) => void new Exec(site, 'it', given)));
    return catalog.find('exec', 'it')?.desired as never;
  }
  const uses = async (given: AttributesOf<typeof attributes>) =>
    [...paths(await desiredOf(given))].map(({ use, path }) => `${use} ${path}`);

  it('needs the programs of all its commands, and names the paths in their words', async () => {
    expect(
      await uses({
        command: ['/bin/tar', '--file=/srv/a.tar', '/bin/tar', 'b'],
        refresh: '/bin/sync /srv',
        onlyif: '/bin/test -e /srv/a',
        unless: [['/bin/grep', 'x', '/srv/b']],
      }),
    ).to.deep.equal([
      'needs /bin/tar',
      'names /srv/a.tar',
      'needs /bin/sync',
      'names /srv',
      'needs /bin/test',
      'names /srv/a',
      'needs /bin/grep',
      'names /srv/b',
    ]);
  });

  it('needs its program in every directory of the search path', async () => {
    expect(await uses({ command: ['tar'], path: ['/usr/bin', '/bin'] })).to.deep.equal([
      'needs /usr/bin/tar',
      'needs /bin/tar',
    ]);
    expect(await uses({ command: ['bin/tar'], cwd: '/srv' })).to.deep.equal([
      'needs /srv',
      'needs /srv/bin/tar',
    ]);
  });

  it('of the shell needs the program that it begins with, if that is clear', async () => {
    const shell = { provider: 'shell', path: ['/bin'] } as const;
    expect(await uses({ ...shell, command: 'tar x > /srv/log' })).to.deep.equal([
      'needs /bin/tar',
      'names /srv/log',
    ]);
    expect(await uses({ ...shell, command: '(tar x) > /srv/log' })).to.deep.equal(['names /srv/log']);
  });

  it('creates the files of creates, and needs their directory', async () => {
    expect(await uses({ command: ['/bin/x'], creates: ['/srv/a', '/b'] })).to.deep.equal([
      'creates /srv/a',
      'names /srv/a',
      'needs /srv',
      'creates /b',
      'names /b',
      'needs /',
      'needs /bin/x',
    ]);
  });

  it('comes after its user, its group and the packages of its programs', async () => {
    const predecessors = async (given: AttributesOf<typeof attributes>) =>
      [...autorequire(await desiredOf(given))].map(String);
    expect(
      await predecessors({
        command: ['/usr/bin/gpg'],
        unless: '/usr/bin/docker ps',
        user: 'glance',
        group: 'images',
      }),
    )
      .to.include.members(['User[glance]', 'Group[images]', 'Package[gnupg2]', 'Package[docker.io]'])
      .and.to.have.length(10);
    expect((await predecessors({ command: ['/bin/x'], user: '0', group: '0' })).join()).not.to.match(
      /User|Group/,
    );
  });

  it('has the paths of one command once each, its program first', async () => {
    const desired = await desiredOf({ command: ['/bin/x'], cwd: '/srv' });
    expect(listPathsIn(desired, ['bin/tar', '/srv/a', '/srv/a'])).to.deep.equal(['/srv/bin/tar', '/srv/a']);
    expect(listPathsIn(desired, ['tar', '/srv/a'])).to.deep.equal(['/srv/a']);
    expect(listPathsIn({} as never, './tar /srv/a')).to.deep.equal(['/tar', '/srv/a']);
  });
});
