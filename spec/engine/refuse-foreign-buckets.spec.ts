import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import { run } from '../../src/engine/run.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { File, Filebucket } from '../../src/resources/index.js';

/** A user who is neither root nor the one who runs this. */
const STRANGER = 12345;

describe('a filebucket that other users can change', () => {
  const site = manifest((scope) => {
    new Filebucket(scope, 'main', { path: '/srv/bucket' });
    new File(scope, '/etc/motd', { content: 'new\n', backup: 'main' });
  });

  async function outcome(host: SimulatedHost, mode: 'plan' | 'apply', of = site) {
    return run(await compile(of), host, { mode }).then(
      (report) => report.resources.map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(': ')),
      (error: Error) => [error.message],
    );
  }
  const tree = () => new SimulatedHost({ files: { '/etc/motd': 'old\n', '/srv/bucket/x': '' } });

  for (const [what, access, words] of [
    [
      'belongs to another user',
      { uid: STRANGER },
      /Filebucket\[main\]: cannot store backups where .*\/srv\/bucket belongs to the user 12345/,
    ],
    ['is writable for all users', { mode: 0o777 }, /\/srv\/bucket can be changed by everybody \(mode 0777\)/],
    ['is writable for a group', { gid: 50, mode: 0o775 }, /\/srv\/bucket can be changed by its group/],
    ['is in a directory of another user', { above: true, uid: STRANGER }, /\/srv belongs to the user 12345/],
  ] as const) {
    it(`is refused if it ${what}, in plans too, before anything is changed`, async () => {
      const host = tree();
      const { above, ...rest } = { above: false, ...access };
      await host.files.setAccess(above ? '/srv' : '/srv/bucket', rest);
      for (const mode of ['plan', 'apply'] as const) expect((await outcome(host, mode))[0]).to.match(words);
      const [motd] = await host.files.read(['/etc/motd']);
      expect(String(motd)).to.equal('old\n');
    });
  }

  it('is used if no other user can change it', async () => {
    const host = tree();
    expect(await outcome(host, 'apply')).to.deep.equal(['changed']);
    expect(await host.files.list('/srv/bucket')).to.have.length(2);
  });

  it('is checked again when a backup is stored in it', async () => {
    const late = manifest((scope) => {
      new Filebucket(scope, 'main', { path: '/srv/bucket' });
      const opened = new File(scope, '/srv/bucket', { ensure: 'directory', mode: '0777' });
      new File(scope, '/etc/motd', { content: 'new\n', backup: 'main', require: opened });
    });
    const host = tree();
    const [, motd] = await outcome(host, 'apply', late);
    expect(motd).to.match(/^failed: cannot store backups .*can be changed by everybody \(mode 0777\)/);
    expect(String((await host.files.read(['/etc/motd']))[0])).to.equal('old\n');
    expect(await host.files.list('/srv/bucket')).to.deep.equal(['x']);
  });
});
