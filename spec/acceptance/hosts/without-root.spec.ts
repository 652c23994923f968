import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { bootSystemdHost } from '../lab/systemd-host.js';

const program = ['node', `${checkoutInHost}/dist/glance-apply.js`];
const visitor = ['setpriv', '--reuid=visitor', '--regid=visitor', '--init-groups', '--'];

/** What a visitor may not look at, whatever type it is of. */
const hidden = {
  exec: {
    creates: { command: '/bin/true', creates: '/root/secret/made' },
    unless: { command: '/bin/true', unless: '/usr/bin/test -e /root/secret/made' },
    onlyif: { command: '/bin/true', onlyif: '/usr/bin/test ! -e /root/secret/made' },
    'quiet unless': {
      command: '/bin/true',
      provider: 'shell',
      unless: 'grep -q ^root /root-only.conf 2>/dev/null',
    },
    'refused unless': { command: '/bin/true', unless: '/usr/local/bin/asks' },
    'as another user': { command: '/bin/true', user: 'root', unless: '/bin/true' },
    'program of root': { command: '/bin/true', unless: '/root/secret/check' },
    'in a directory of root': { command: '/bin/true', cwd: '/root/secret', unless: '/bin/true' },
  },
  file: { '/root/secret/file': { content: 'x' }, '/root-only.conf': { content: 'x\n' } },
  ini_setting: { ini: { path: '/root-only.conf', section: 's', setting: 'a', value: 'b' } },
  ini_subsetting: { words: { path: '/root-only.conf', section: 's', setting: 'a', subsetting: 'b' } },
  file_line: { line: { path: '/root-only.conf', line: 'x' } },
  host: { other: { ip: '192.0.2.1', target: '/root-only.conf' } },
  mount: { '/mnt': { device: 'none', fstype: 'tmpfs', target: '/root-only.conf' } },
  user: { visitor: { password: '*' } },
  cron: { job: { command: '/bin/true', user: 'root', minute: '1' } },
  ssh_authorized_key: { key: { user: 'root', type: 'ssh-rsa', key: 'AAAAB3NzaC1yc2E=' } },
  sshkey: { there: { type: 'ssh-rsa', key: 'AAAAB3NzaC1yc2E=', target: '/root-only.conf' } },
  mailalias: { one: { recipient: 'root', target: '/root-only.conf' } },
};

/** What everybody may look at. */
const seen = {
  exec: {
    'will run': { command: '/bin/true', unless: '/usr/bin/test -e /nowhere' },
    'need not': { command: '/bin/true', unless: '/usr/bin/test -e /etc/passwd' },
    'need not, whatever is hidden': {
      command: '/bin/true',
      unless: ['/usr/bin/test -e /root/secret/made', '/usr/bin/test -e /etc/passwd'],
    },
  },
};

describe('without root', () => {
  let host: LabHost;
  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    const script = `
      useradd -m visitor; mkdir -m 700 -p /root/secret /root/.ssh; touch /root/secret/made; chmod 700 /root
      printf '#!/bin/sh\\n' > /root/secret/check; chmod 755 /root/secret/check
      printf '[s]\\na = c\\nroot\\n' > /root-only.conf; chmod 600 /root-only.conf
      printf '#!/bin/sh\\nid -u | grep -qx 0 || { echo "this must be run as root" >&2; exit 1; }\\n' \
        > /usr/local/bin/asks; chmod 755 /usr/local/bin/asks
      printf '#!/bin/sh\\nexit 0\\n' > /usr/bin/crontab; chmod 755 /usr/bin/crontab
      mkdir -m 1730 -p /var/spool/cron/crontabs`;
    await host.must(['sh', '-exc', script]);
  });
  after(() => host?.stop());

  const write = (resources: object) =>
    host.must(['sh', '-c', 'cat > /srv/node.yaml'], { input: JSON.stringify({ resources }) });
  const plan = async (as: readonly string[], name = '/srv/node.yaml'): Promise<Told> =>
    told(await host.run([...as, ...program, 'plan', name, '--json'], { directory: '/' }));

  it('a plan says that what it may not look at may change, and is certain of the rest', async () => {
    await write(hidden);
    const unsure = await plan(visitor);
    expect(unsure.of('failed')).to.deep.equal([]);
    expect(unsure.of('unchanged')).to.deep.equal([]);
    expect(unsure.of('will')).to.deep.equal([]);
    for (const { reference, reason } of unsure.resources)
      expect(reason, reference).to.match(/cannot be read/);
    await write(seen);
    const sure = await plan(visitor);
    expect(sure.of('will')).to.deep.equal(['Exec[will run]']);
    expect(sure.of('may')).to.deep.equal([]);
  });

  it('a plan keeps its word about execs', async () => {
    await write({ exec: { ...hidden.exec, ...seen.exec } });
    const unsure = await plan(visitor);
    const applied = told(await host.run([...program, '/srv/node.yaml', '--json']));
    expectTruth(unsure, applied);
    expect(applied.of('changed')).to.deep.equal(['Exec[will run]']);
  });

  it('a plan says that it does not know which refreshes are pending', async () => {
    await write(seen);
    const { warnings } = await plan(visitor);
    expect(warnings.join('\n')).to.match(/cannot read \/var\/lib\/glance-apply.*refreshes .* unknown/);
    expect((await plan([])).warnings).to.deep.equal([]);
  });

  it('a plan says that a run is at work, and blames none that has ended', async () => {
    const manifest = `import { Exec, manifest } from 'glance-apply';
      export default manifest((site) => {
        const change = new Exec(site, 'change', { command: '/bin/true' });
        new Exec(site, 'long', { command: '/bin/sh -c "touch /run/begun; while ! test -e /run/enough; do sleep 0.2; done"', require: change });
        new Exec(site, 'refreshed', { command: '/bin/true', refreshonly: true, subscribe: change, require: 'Exec[long]' });
      });`;
    await host.must(['sh', '-c', 'cat > /srv/site.ts'], {
      input: manifest.replace("'Exec[long]'", "Exec.ref('long')"),
    });
    const applying = host.run([...program, '/srv/site.ts', '--json']);
    while ((await host.run(['test', '-e', '/run/begun'])).status !== 0) await sleep(100);
    const said = await Promise.all(
      [visitor, []].map((as) => host.run([...as, ...program, 'plan', '/srv/site.ts'], { directory: '/' })),
    );
    await host.must(['touch', '/run/enough']);
    const applied = told(await applying);
    for (const { stderr } of said) {
      expect(stderr).to.match(/another run is in progress on localhost/);
      expect(stderr).to.not.match(/earlier run/);
    }
    expect(said[1]?.stderr).to.match(/process \d+/);
    expect(applied.of('failed')).to.deep.equal([]);
    expect((await plan([], '/srv/site.ts')).warnings).to.deep.equal([]);
  });
});
