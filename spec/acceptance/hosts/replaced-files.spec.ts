import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

describe('a file that is replaced on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    await host.must([
      'apt-get',
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'acl',
      'attr',
      'libcap2-bin',
    ]);
  });
  after(() => host?.stop());

  const call = async (command: 'plan' | 'apply', resources: Resources): Promise<Told> => {
    return runResources(host, resources, command);
  };
  const sh = (script: string) => host.must(['sh', '-c', script]);

  const edits: Readonly<Record<string, (path: string) => Resources>> = {
    file: (path) => ({ file: { [path]: { content: 'b = 2\n' } } }),
    file_line: (path) => ({ file_line: { line: { path, line: 'b = 2' } } }),
    ini_setting: (path) => ({ ini_setting: { setting: { path, setting: 'b', value: '2' } } }),
    host: (target) => ({ host: { 'a.example.org': { target, ip: '192.0.2.1' } } }),
  };
  for (const [type, edit] of Object.entries(edits)) {
    it(`by ${type} keeps its access control list and its extended attributes`, async () => {
      const path = `/srv/acl-${type}`;
      await sh(`echo 'a = 1' > ${path} && chmod 640 ${path} && chgrp daemon ${path}`);
      await sh(`setfacl -m u:nobody:rw,g:games:r ${path} && setfattr -n user.note -v kept ${path}`);
      const look = () => sh(`stat -c '%a %U %G' ${path}; getfacl -pE ${path}; getfattr -d ${path}`);
      const before = await look();
      expect(before).to.contain('user:nobody:rw-').and.contain('user.note="kept"').and.contain('group::r--');
      const told = await call('apply', edit(path));
      expect([told.of('failed'), told.summary.changed]).to.deep.equal([[], 1]);
      expect(await look()).to.equal(before);
      expect((await call('apply', edit(path))).resources).to.deep.equal([]);
    });
  }

  it('without an access control list gets none', async () => {
    await sh("echo 'a = 1' > /srv/plain && chmod 640 /srv/plain");
    await call('apply', edits.file?.('/srv/plain') ?? {});
    expect(await sh('ls -l /srv/plain')).to.match(/^-rw-r----- /);
  });

  it('is overwritten in place where it is a mount point, as in a container, and a plan says so', async () => {
    await sh('echo "127.0.0.1 localhost" > /srv/hosts; touch /etc/hosts; mount --bind /srv/hosts /etc/hosts');
    const both: Resources = {
      host: { 'b.example.org': { ip: '192.0.2.2' } },
      file_line: { line: { path: '/etc/hosts', line: '192.0.2.3 c.example.org' } },
    };
    const plan = await call('plan', both);
    expect(plan.warnings.join('\n')).to.contain('/etc/hosts is a mount point');
    const told = await call('apply', both);
    expect([told.of('failed'), told.summary.changed]).to.deep.equal([[], 2]);
    const text = await sh('cat /srv/hosts');
    expect(text).to.match(/^127\.0\.0\.1 localhost\n/);
    expect(text).to.contain('192.0.2.3 c.example.org\n').and.contain('b.example.org');
    const again = await call('apply', both);
    expect([again.resources, again.warnings]).to.deep.equal([[], []]);
    expect(
      await sh('grep -c " /etc/hosts " /proc/mounts; ls -A /etc | grep -c glance-apply || true'),
    ).to.equal('1\n0\n');
  });

  it('in a directory with a name that is not UTF-8 is not copied or purged as if that were not there', async () => {
    await sh(`mkdir -p /srv/odd && touch /srv/odd/$(printf 'caf\\351')`);
    const purge: Resources = { file: { '/srv/odd': { ensure: 'directory', recurse: true, purge: true } } };
    const told = await call('apply', purge);
    expect(told.of('failed')).to.deep.equal(['File[/srv/odd]']);
    expect(told.resources[0]?.reason).to.contain("not UTF-8: $'caf\\xe9'");
  });
});
