import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { type Told, told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

/** Makes 4,000 directories, one in the other, and 3,000 beside one another. */
const GROW = `
const fs = require('node:fs');
process.chdir(process.argv[1]);
for (let index = 0; index < 3000; index++) fs.mkdirSync('wide/a/b/c/d' + index, { recursive: true });
fs.mkdirSync('deep');
process.chdir('deep');
for (let level = 0; level < 4000; level++) {
  fs.mkdirSync('d');
  process.chdir('d');
}
`;

describe('trees that users make to be in the way of root, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await shell('useradd -m alice; chmod 755 /home/alice');
  });
  after(() => host?.stop());

  const shell = (script: string) => host.must(['sh', '-ec', script]);
  const asAlice = (...argv: string[]) =>
    host.must(['setpriv', '--reuid=alice', '--regid=alice', '--init-groups', '--', ...argv]);
  const reasons = ({ resources }: Told) => resources.map(({ reason }) => reason).join('\n');

  it('do not keep a tidy from all the rest, and are told', async () => {
    await asAlice('sh', '-ec', `mkdir /tmp/odd; cd /tmp/odd; touch "$(printf 'caf\\351')" old`);
    await asAlice('node', '-e', GROW, '/tmp/odd');
    await shell(
      'mkdir /tmp/folder; touch /tmp/old /tmp/folder/old; find /tmp -exec touch -h -d 2020-01-01 {} + || true',
    );
    const tidy = { '/tmp': { recurse: true, age: '1w', type: 'mtime', rmdirs: true } };
    const plan = await runResources(host, { tidy }, 'plan');
    const apply = await runResources(host, { tidy });
    for (const outcome of [plan, apply])
      expect(reasons(outcome)).to.include('names in it are not UTF-8').and.not.include('EMFILE');
    expect(await shell('ls /tmp')).to.equal('odd\n');
    await shell('rm -f /tmp/odd/caf*; find /tmp -exec touch -h -d 2020-01-01 {} + || true');
    const deep = await runResources(host, { tidy });
    expect(reasons(deep)).to.match(
      /cannot read \/tmp\/odd\/deep(\/d)+: directories are nested more than 150 deep/,
    );
    expect(deep.duration).to.be.lessThan(60_000);
    // What is above the deepest one stays with it.
    expect(await shell('ls /tmp/odd')).to.equal('deep\n');
  });

  it('end a recursive owner in time, and no run for want of open files', async () => {
    await asAlice('mkdir', '/home/alice/tree');
    await asAlice('node', '-e', GROW, '/home/alice/tree');
    const tree = { ensure: 'directory', recurse: true, owner: 'alice', mode: '0750' };
    const deep = await runResources(host, { file: { '/home/alice/tree': tree } });
    expect(reasons(deep)).to.include('directories are nested more than 150 deep');
    expect(deep.duration).to.be.lessThan(60_000);
    await host.must(['tee', '/root/node.yaml'], {
      input: JSON.stringify({ resources: { file: { '/home/alice/tree/wide': tree } } }),
    });
    const program = `${checkoutInHost}/dist/glance-apply.js`;
    const limited = told(
      await host.run(['sh', '-c', `ulimit -n 2048; exec node ${program} apply /root/node.yaml --json`]),
    );
    expect(limited.of('failed')).to.deep.equal([]);
    expect(await shell('find /home/alice/tree/wide -type d -perm 0750 | wc -l')).to.equal('3004\n');
  });

  it('are no larger in memory than on the disk, nor cut off in the middle', async () => {
    await asAlice(
      'sh',
      '-ec',
      'mkdir -p /home/alice/.ssh; cd /home/alice; truncate -s 1500M sparse .ssh/authorized_keys',
    );
    const key = { keys: { user: 'alice', type: 'ssh-ed25519', key: 'AAAA' } };
    const sparse = await runResources(host, {
      file_line: { line: { path: '/home/alice/sparse', line: 'x' } },
      ini_setting: { setting: { path: '/home/alice/sparse', section: 's', setting: 'a', value: 'b' } },
      ssh_authorized_key: key,
    });
    expect(sparse.of('failed')).to.have.length(3);
    expect(reasons(sparse).match(/EFBIG/g)).to.have.length(3);
    const large =
      "require('fs').writeFileSync('/home/alice/.ssh/authorized_keys', '# comment\\n'.repeat(2e6))";
    await asAlice('node', '-e', large);
    expect(reasons(await runResources(host, { ssh_authorized_key: key }))).to.include('is larger than 8 MiB');
    expect(await shell('stat -c %s /home/alice/.ssh/authorized_keys')).to.equal('20000000\n');
  });

  it('are removed with all that is in them', async () => {
    const tree = { ensure: 'absent', force: true, backup: false };
    const gone = await runResources(host, { file: { '/home/alice/tree': tree } });
    expect(gone.of('changed')).to.deep.equal(['File[/home/alice/tree]']);
  });
});
