import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

/** Each of these would write, change or remove below a path. */
const deeds: Readonly<Record<string, (path: string) => object>> = {
  'a file': (path) => ({ file: { [`${path}/new`]: { content: 'x' } } }),
  'a mode': (path) => ({ file: { [`${path}/f0`]: { mode: '0666', owner: 'alice' } } }),
  'a removal': (path) => ({ file: { [`${path}/f0`]: { ensure: 'absent' } } }),
  'a removal of a directory': (path) => ({ file: { [`${path}/sub`]: { ensure: 'absent', force: true } } }),
  'a directory': (path) => ({ file: { [`${path}/new`]: { ensure: 'directory' } } }),
  'a link': (path) => ({ file: { [`${path}/new`]: { ensure: 'link', target: '/nowhere' } } }),
  'a recursive owner': (path) => ({
    file: { [`${path}/sub`]: { ensure: 'directory', recurse: true, owner: 'alice' } },
  }),
  'a purge': (path) => ({ file: { [`${path}/sub`]: { ensure: 'directory', recurse: true, purge: true } } }),
  'a recursive source': (path) => ({
    file: { [`${path}/sub`]: { ensure: 'directory', recurse: true, source: '/etc/default' } },
  }),
  'a backup': (path) => ({ file: { [`${path}/f0`]: { content: 'x', backup: '.bak' } } }),
  'a tidy': (path) => ({ tidy: { [`${path}/sub`]: { recurse: true } } }),
  'a line': (path) => ({ file_line: { line: { path: `${path}/f0`, line: 'x' } } }),
  'a setting': (path) => ({
    ini_setting: { setting: { path: `${path}/f0`, section: 's', setting: 'a', value: 'b' } },
  }),
  'a part of a setting': (path) => ({
    ini_subsetting: {
      part: { path: `${path}/f0`, section: 's', setting: 'a', subsetting: 'b', value: 'c' },
    },
  }),
  'a host': (path) => ({ host: { example: { ip: '192.0.2.1', target: `${path}/f0` } } }),
  'a mail alias': (path) => ({ mailalias: { example: { recipient: 'root', target: `${path}/f0` } } }),
  'a host key': (path) => ({
    sshkey: { example: { type: 'ssh-ed25519', key: 'AAAA', target: `${path}/f0` } },
  }),
  'a key': (path) => ({
    ssh_authorized_key: {
      example: {
        user: 'alice',
        type: 'ssh-ed25519',
        key: 'AAAA',
        target: `${path}/f0`,
        drop_privileges: false,
      },
    },
  }),
};

describe("a directory on the way that is another user's link, on a Debian 12", () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['useradd', '-m', 'alice']);
    await host.must(['useradd', '-m', 'bob']);
    await host.must([
      'sh',
      '-ec',
      `mkdir -p /srv/foreign/sub
       for name in f0 f1 sub/f0; do echo "precious = $name" > /srv/foreign/$name; done
       ln -s /srv/foreign /home/alice/bin
       mkdir /home/alice/own; echo 'hers = 1' > /home/alice/own/f0; ln -s own /home/alice/tools
       chown -hR alice:alice /home/alice`,
    ]);
  });
  after(() => host?.stop());

  const shell = (script: string) => host.must(['sh', '-ec', script]);
  const asAlice = (script: string) =>
    host.must(['setpriv', '--reuid=alice', '--regid=alice', '--init-groups', '--', 'sh', '-ec', script]);
  const foreign = () =>
    shell(
      "find /srv/foreign -printf '%p %y %U %G %m %s %T@\\n' | sort; cat /srv/foreign/f0 /srv/foreign/sub/f0",
    );
  const reasons = ({ resources }: Told) => resources.map(({ outcome, reason }) => `${outcome}: ${reason}`);

  for (const [what, resourcesBelow] of Object.entries(deeds)) {
    it(`leads ${what} nowhere, in a plan as well`, async () => {
      const before = await foreign();
      for (const command of ['plan', 'apply'] as const) {
        const told = await runResources(host, resourcesBelow('/home/alice/bin'), command);
        expect(reasons(told).join('\n'), command).to.match(
          /^failed: .*cannot follow \/home\/alice\/bin: it is a symbolic link of the user alice, who can point it anywhere, and it leads to \/srv\/foreign of the user root; name that path itself, or make the link root's \(chown -h root \/home\/alice\/bin\) if it is meant, or remove it/,
        );
      }
      expect(await foreign()).to.equal(before);
    });
  }

  it('is followed to what is hers, and where root has made it', async () => {
    await shell(
      'ln -s own /home/alice/linked; ln -s /home/alice/own /srv/public; mkdir -p /srv/conf; ln -s /srv/conf /home/alice/conf',
    );
    const told = await runResources(host, {
      file: {
        '/home/alice/tools/new': { content: 'x', owner: 'alice' },
        '/home/alice/linked/second': { content: 'x' },
        '/srv/public/third': { content: 'x' },
        '/home/alice/conf/fourth': { content: 'x' },
        '/var/run/fifth': { content: 'x' },
      },
      file_line: { line: { path: '/home/alice/tools/f0', line: 'x' } },
    });
    expect(told.of('failed')).to.deep.equal([]);
    expect(await shell('ls /home/alice/own /srv/conf /run/fifth'))
      .to.include('second')
      .and.include('fourth');
  });

  it('can be replaced by the declared directory', async () => {
    await shell('ln -s /srv/foreign /home/alice/wrong; chown -h alice /home/alice/wrong');
    const desired = { file: { '/home/alice/wrong': { ensure: 'directory', owner: 'alice' } } };
    expect((await runResources(host, desired)).of('changed')).to.deep.equal(['File[/home/alice/wrong]']);
    expect(await shell('stat -c %F /home/alice/wrong')).to.equal('directory\n');
  });

  it('gives no source whose content is not hers', async () => {
    await shell(
      'echo secret > /srv/secret; chmod 600 /srv/secret; ln -s /srv/secret /home/alice/source; chown -h alice /home/alice/source',
    );
    const desired = { file: { '/etc/motd': { ensure: 'file', source: '/home/alice/source' } } };
    for (const command of ['plan', 'apply'] as const)
      expect(reasons(await runResources(host, desired, command)).join()).to.include(
        'cannot follow /home/alice/source',
      );
    expect(await host.run(['grep', '-c', 'secret', '/etc/motd']).then(({ status }) => status)).to.not.equal(
      0,
    );
  });

  it('does not hide a file of root behind a further name of it', async () => {
    await shell('install -d -o alice /home/alice/tree; ln /srv/foreign/f1 /home/alice/tree/name');
    const before = await foreign();
    for (const desired of [
      { file: { '/home/alice/tree': { ensure: 'directory', recurse: true, owner: 'alice', mode: '0666' } } },
      { file: { '/home/alice/tree/name': { content: 'x' } } },
      { file_line: { line: { path: '/home/alice/tree/name', line: 'x' } } },
    ]) {
      expect(reasons(await runResources(host, desired)).join()).to.include(
        'this is one of 2 names (hard links) of a file of the user root',
      );
    }
    expect(await foreign()).to.equal(before);
  });

  it('never becomes a link of root by being copied', async () => {
    await asAlice(
      `mkdir -p /home/alice/release/sub /home/alice/kept; cd /home/alice/release; echo x > sub/file
       ln -s sub/file inside; ln -s /home/alice/own hers; ln -s ../sub sub/up; ln -s /srv/foreign /home/alice/alone
       ln -s /srv/foreign /home/alice/kept/conf; ln -s /srv/foreign /home/alice/single`,
    );
    const copy = { '/srv/copy': { ensure: 'directory', recurse: true, source: '/home/alice/release' } };
    expect((await runResources(host, { file: copy })).of('failed')).to.deep.equal([]);
    expect(await shell('cd /srv/copy; cat inside sub/up/file; readlink hers')).to.equal(
      'x\nx\n/home/alice/own\n',
    );
    for (const target of ['/srv/foreign', '../../../srv/foreign', 'sub/../../../../srv/foreign']) {
      await asAlice(`ln -sfn ${target} /home/alice/release/conf`);
      for (const links of ['manage', 'follow'])
        for (const command of ['plan', 'apply'] as const)
          expect(
            reasons(
              await runResources(host, { file: { '/srv/copy': { ...copy['/srv/copy'], links } } }, command),
            ).join(),
          ).to.include('/home/alice/release/conf is a symbolic link of another user');
    }
    const alone = { '/srv/alone': { source: '/home/alice/alone' } };
    expect(reasons(await runResources(host, { file: alone })).join()).to.include(
      '/home/alice/alone is a symbolic link',
    );
    await runResources(host, {
      file: {
        '/home/alice/kept': { ensure: 'absent', force: true, backup: '.bak' },
        '/home/alice/single': { ensure: 'file', content: 'x', backup: '.bak' },
      },
    });
    expect(await shell('ls /home/alice/kept.bak; cat /home/alice/single')).to.equal('x');
    expect(await shell('ls -d /srv/alone 2> /dev/null || true')).to.equal('');
    expect(await shell('find /srv/copy /home/alice -lname "*foreign" -uid 0')).to.equal('');
  });

  it('is no way for a set-id bit to another user', async () => {
    await shell(
      'install -d -o alice /home/alice/programs; install -o alice -m 4755 /bin/true /home/alice/programs/tool',
    );
    const desired = {
      file: { '/home/alice/programs': { ensure: 'directory', recurse: true, owner: 'root', mode: 'a+r' } },
    };
    expect((await runResources(host, desired)).of('failed')).to.deep.equal([]);
    expect(await shell('stat -c %U:%a /home/alice/programs/tool')).to.equal('root:755\n');
    expect((await runResources(host, desired)).of('changed')).to.deep.equal([]);
  });

  it('is not the only trap: pipes in the place of files hold nothing up', async () => {
    await shell(
      'mkdir /home/alice/pipes; cd /home/alice/pipes; mkfifo file line source ini; chown -R alice .',
    );
    const told = await runResources(host, {
      file: {
        '/home/alice/pipes/file': { ensure: 'file', content: 'x' },
        '/home/alice/pipes/copy': { source: '/home/alice/pipes/source' },
      },
      file_line: { line: { path: '/home/alice/pipes/line', line: 'x' } },
      ini_setting: { setting: { path: '/home/alice/pipes/ini', section: 's', setting: 'a', value: 'b' } },
    });
    expect(told.duration).to.be.lessThan(60_000);
    expect(told.of('changed')).to.deep.equal(['File[/home/alice/pipes/file]']);
    expect(told.of('failed')).to.have.length(3);
  });
});
