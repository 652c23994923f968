import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

/** How `setpriv` becomes her. */
const ALICE = ['--reuid=alice', '--regid=alice', '--init-groups', '--'];

const SCRIPT = '#!/bin/sh\necho ok\n';

describe('what root takes from a user, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await shell('useradd -m alice; chmod 755 /home/alice; apt-get update -q && apt-get install -y -q acl');
  });
  after(() => host?.stop());

  const shell = (script: string) => host.must(['sh', '-ec', script]);
  const asAlice = (script: string) => host.must(['setpriv', ...ALICE, 'sh', '-ec', script]);
  const canRead = async (path: string) =>
    (await host.run(['setpriv', ...ALICE, 'cat', path])).stdout.includes('secret');
  const secret = { owner: 'root', group: 'daemon', mode: '0640', content: 'secret' };

  describe('loses what she has granted in an access control list:', () => {
    it('that of a directory, and what it would pass on', async () => {
      await shell('install -d -o alice -g alice /srv/app');
      await asAlice(
        'setfacl -m u:alice:rwx /srv/app; setfacl -d -m u:alice:rwx /srv/app; echo x > /srv/app/old',
      );
      const told = await runResources(host, {
        file: {
          '/srv/app': { ensure: 'directory', owner: 'root', group: 'root', mode: '0751' },
          '/srv/app/new': secret,
          '/srv/app/folder': { ensure: 'directory', owner: 'root', group: 'daemon', mode: '0751' },
          '/srv/app/folder/new': secret,
        },
      });
      expect(told.of('failed')).to.deep.equal([]);
      expect(await shell('getfacl -cps /srv/app /srv/app/new /srv/app/folder')).to.equal('');
      for (const path of ['/srv/app/new', '/srv/app/folder/new']) expect(await canRead(path)).to.equal(false);
      expect(await shell('stat -c %a:%U:%G /srv/app; cat /srv/app/old')).to.equal('751:root:root\nx\n');
    });

    it('that of a file, so that no later content is shown', async () => {
      await asAlice('echo x > /home/alice/file; setfacl -m u:alice:rw /home/alice/file');
      const { content, ...access } = secret;
      await runResources(host, { file: { '/home/alice/file': access } });
      expect(await shell('getfacl -cps /home/alice/file')).to.equal('');
      await runResources(host, { file: { '/home/alice/file': { content } } });
      expect(await shell('cat /home/alice/file')).to.equal('secret');
      expect(await canRead('/home/alice/file')).to.equal(false);
    });

    it('those of all that is below, with a recursive owner, and leaves modes as they are', async () => {
      await asAlice(
        `mkdir -p /home/alice/tree/sub; cd /home/alice/tree; echo x > sub/file; chmod 0754 sub; chmod 0644 sub/file
         setfacl -R -m u:daemon:rwx .; setfacl -d -m u:alice:rwx sub; chmod 0754 sub; chmod 0644 sub/file; mkfifo sub/pipe`,
      );
      const resources = {
        file: { '/home/alice/tree': { ensure: 'directory', recurse: true, owner: 'root' } },
      };
      expect((await runResources(host, resources)).of('failed')).to.deep.equal([]);
      expect(await shell('find /home/alice/tree ! -type p | getfacl -cps -')).to.equal('');
      expect(await shell('cd /home/alice/tree; stat -c %a:%U sub sub/file')).to.equal('754:root\n644:root\n');
      expect((await runResources(host, resources)).of('changed')).to.deep.equal([]);
    });
  });

  it('is of no group that she has chosen', async () => {
    await asAlice(
      'mkdir /home/alice/shared; chmod 2775 /home/alice/shared; cd /home/alice/shared; touch written given',
    );
    const { group: _group, ...mine } = secret;
    const { content: _content, ...access } = mine;
    const told = await runResources(host, {
      file: {
        '/home/alice/shared/new': mine,
        '/home/alice/shared/written': mine,
        '/home/alice/shared/given': access,
        '/home/alice/shared/folder': { ensure: 'directory', owner: 'root', mode: '0750' },
        '/home/alice/shared/hers': { ...mine, owner: 'alice' },
      },
    });
    expect(told.of('failed')).to.deep.equal([]);
    expect(await shell('cd /home/alice/shared; stat -c %n:%a:%U:%G *')).to.equal(
      ['folder:750:root:root', 'given:640:root:root', 'hers:640:alice:alice']
        .concat(['new:640:root:root', 'written:640:root:root', ''])
        .join('\n'),
    );
  });

  it('is another file than the one that she holds open, though it had the right content', async () => {
    await shell(`install -d -o alice /srv/tools; printf '${SCRIPT}' > /srv/script`);
    await host.must(['tee', '/srv/tools/content'], { input: SCRIPT });
    await shell(
      `cd /srv/tools; for name in source open sum; do cp content $name; done; chmod 755 *; chown alice *
       chown root open; chmod 777 open; sha256sum content > /root/sum`,
    );
    const sum = (await shell('cat /root/sum')).split(' ')[0];
    const [program = '', ...args] = host.line([
      ...['setpriv', ...ALICE, 'sh', '-c'],
      `cd /srv/tools; exec 3<>content 4<>source 5<>open 6<>sum; echo; read _
       for descriptor in 3 4 5 6; do echo 'echo hers # ' >&$descriptor; done`,
    ]);
    const holder = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const mine = { owner: 'root', mode: '0755' };
    const told = await runResources(host, {
      file: {
        '/srv/tools': { ensure: 'directory', ...mine },
        '/srv/tools/content': { ...mine, content: SCRIPT },
        '/srv/tools/source': { ...mine, source: '/srv/script' },
        '/srv/tools/open': { ...mine, content: SCRIPT },
        '/srv/tools/sum': { ...mine, source: '/srv/script', checksum_value: sum },
      },
    });
    expect(told.of('failed')).to.deep.equal([]);
    const done = new Promise((resolve) => holder.once('close', resolve));
    holder.stdin.end('\n');
    expect(await done).to.equal(0);
    expect(await shell('cat /srv/tools/*')).to.equal(SCRIPT.repeat(4));
    expect(await shell('stat -c %a:%U /srv/tools/* | uniq')).to.equal('755:root\n');
  });
});
