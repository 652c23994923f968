import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { inputOf } from '../../../../src/hosts/simulated/simulated-host.js';
import { Package } from '../../../../src/resources/package/package.js';
import { converge, only } from '../../converge.js';
import { DebianHost, stanza } from './debian.js';

/** A Debian with a file of nano 7.2-1, whose dpkg installs and removes nano. */
function debian(file = 'nano\t7.2-1\n') {
  const host = new DebianHost({ '/srv/nano.deb': 'a package' });
  host.install('dpkg-deb', () => file);
  host.install('dpkg', (command) => {
    const { argv } = command;
    if (argv.includes('--set-selections')) {
      const [name = '', selection = ''] = inputOf(command).trim().split(' ');
      const entry = host.installed.get(name);
      if (entry !== undefined)
        host.installed.set(name, entry.replace(/^Status: \S+/m, `Status: ${selection}`));
    } else if (argv.includes('--install')) host.installed.set('nano', stanza('nano', '7.2-1'));
    else host.installed.delete('nano');
    host.put();
    return '';
  });
  return host;
}
const nano = (given: ConstructorParameters<typeof Package>[2]) => (site: Scope) =>
  void new Package(site, 'nano', { provider: 'dpkg', ...given });
const changing = (host: DebianHost) => host.calls.filter((call) => !call.startsWith('dpkg-deb'));

describe('packages of dpkg', () => {
  it('are installed from their file, once', async () => {
    const host = debian();
    const body = nano({ source: '/srv/nano.deb' });
    await converge(host, body);
    expect(changing(host)).to.deep.equal(['dpkg --force-confold --install -- /srv/nano.deb']);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('that are to be the latest have the version of their file', async () => {
    const host = debian().has('nano', '7.1-1');
    const body = nano({ source: '/srv/nano.deb', ensure: 'latest', configfiles: 'replace' });
    await converge(host, body);
    expect(changing(host)).to.deep.equal(['dpkg --force-confnew --install -- /srv/nano.deb']);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('are changed in spite of a hold, and are on hold afterwards', async () => {
    const host = debian().has('nano', '7.1-1', { state: 'hold ok installed' });
    await converge(host, nano({ source: '/srv/nano.deb', ensure: 'latest' }));
    expect(changing(host)).to.deep.equal([
      'dpkg --set-selections',
      'dpkg --force-confold --install -- /srv/nano.deb',
      'dpkg --set-selections',
    ]);
    expect(host.installed.get('nano')).to.match(/Status: hold ok installed[\s\S]*Version: 7\.2-1/);
  });

  it('are removed, purged and held', async () => {
    const host = debian().has('nano', '7.1-1');
    await converge(host, nano({ ensure: 'held' }));
    expect(host.installed.get('nano')).to.match(/Status: hold/);
    await converge(host, nano({ mark: 'none' }));
    expect(host.installed.get('nano')).to.match(/Status: install/);
    await converge(host, nano({ ensure: 'absent' }));
    expect(changing(host).at(-1)).to.equal('dpkg --remove -- nano');
    host.has('nano', '7.1-1');
    await converge(host, nano({ ensure: 'purged' }));
    expect(changing(host).at(-1)).to.equal('dpkg --purge -- nano');
  });

  const failures: readonly (readonly [string, Parameters<typeof nano>[0], RegExp])[] = [
    ['no file', {}, /'nano' is not installed, and dpkg has no repositories/],
    [
      'a file that is not there',
      { source: '/srv/other.deb' },
      /the file \/srv\/other\.deb does not exist on the host/,
    ],
  ];
  for (const [what, given, reason] of failures) {
    it(`fail with ${what}`, async () => {
      const host = debian();
      expect(only(await converge(host, nano(given)))?.reason).to.match(reason);
      expect(changing(host)).to.deep.equal([]);
    });
  }

  it('fail where the file is another package', async () => {
    const host = debian('pico\t1\n');
    const report = await converge(host, nano({ source: '/srv/nano.deb' }));
    expect(only(report)?.reason).to.match(
      /the file \/srv\/nano\.deb contains the package 'pico', not 'nano'/,
    );
    expect(changing(host)).to.deep.equal([]);
  });
});
