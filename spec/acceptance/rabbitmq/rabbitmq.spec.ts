import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import { inspected } from '../lab/inspected.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { drifts } from './drifts.js';
import { hostile } from './hostile.js';

const folder = 'spec/acceptance/rabbitmq';
const manifest = `${folder}/manifest.ts`;

/** The types of what the broker keeps, and what inspect must say of the manifest's things. */
const expectedCode: Readonly<Record<string, readonly string[]>> = {
  rabbitmq_user: [`(site, 'glance', {`],
  rabbitmq_vhost: [`description: 'of the specs'`],
  rabbitmq_user_permissions: [`(site, 'glance@v', {`],
  rabbitmq_policy: [`definition: { 'max-length': 7, 'message-ttl': 5000 }`],
  rabbitmq_parameter: [`component_name: 'vhost-limits'`],
  rabbitmq_plugin: [`'rabbitmq_management'`],
  rabbitmq_exchange: [
    `(site, 'e@v', {\n    ensure: 'present',\n    type: 'topic',\n    durable: true,\n  });`,
  ],
  rabbitmq_queue: [`(site, 'q@v', {\n    ensure: 'present',\n    arguments: { 'x-max-length': 9 },\n  });`],
  rabbitmq_binding: [`(site, 'e@q@v', {\n    ensure: 'present',\n    routing_key: '#.created',\n  });`],
};

const kinds = [
  { kind: 'with systemd', start: bootSystemdHost },
  { kind: 'without an init system', start: startPlainHost },
];

for (const { kind, start } of kinds) {
  describe(`RabbitMQ and memcached on a bare Debian 12 ${kind}`, () => {
    let host: LabHost;
    let plan: Told;
    const glanceApply = (words: readonly string[], user: readonly string[] = []) =>
      host.run([...user, 'node', `${checkoutInHost}/dist/glance-apply.js`, ...words], {
        directory: checkoutInHost,
      });
    const json = async (command: 'plan' | 'apply', user: readonly string[] = []) =>
      told(await glanceApply([command, manifest, '--json', '--detailed-exitcodes'], user));
    /** What rabbitmqctl says, as data. */
    const ctl = async (...words: readonly string[]): Promise<Record<string, unknown>[]> =>
      JSON.parse(await host.must(['rabbitmqctl', '--quiet', '--formatter', 'json', ...words]));
    const authenticates = async (name: string, password: string) =>
      (await host.run(['rabbitmqctl', 'authenticate_user', name], { input: `${password}\n` })).status === 0;
    const brokerSince = async () =>
      (await host.must(['sh', '-c', 'stat -c %Y /proc/$(pgrep -o beam.smp)'])).trim();

    before(async () => {
      host = await start({ [checkoutInHost]: await builtCheckout() });
    });
    after(() => host?.stop());

    it('is planned before there is a broker', async () => {
      plan = await json('plan');
      expect(plan.of('failed')).to.deep.equal([]);
      expect(plan.of('will')).to.include.members([
        'Package[rabbitmq-server]',
        'Rabbitmq_plugin[rabbitmq_management]',
        'Rabbitmq_user[glance]',
        'Rabbitmq_user[guest]',
        'Rabbitmq_vhost[v]',
        'Rabbitmq_queue[q@v]',
      ]);
    });

    it('is applied as it was planned', async () => {
      const applied = await json('apply');
      expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
      expectTruth(plan, applied);
    });

    it('has what was declared, whatever it is called, and ran none of it', async () => {
      const users = await ctl('list_users');
      expect(users).to.have.deep.members([
        { user: 'glance', tags: ['administrator'] },
        { user: hostile.name, tags: ['monitoring'] },
      ]);
      const vhosts = await ctl('list_vhosts', 'name', 'description', 'tags');
      expect(vhosts.map(({ name }) => name)).to.have.members(['/', 'v', hostile.name]);
      expect(vhosts).to.deep.include({ name: 'v', description: 'of the specs', tags: ['one', 'two'] });
      expect(await ctl('list_permissions', '-p', 'v')).to.deep.equal([
        { user: 'glance', configure: '.*', write: '^q', read: '.*' },
      ]);
      const [policy] = await ctl('list_policies', '-p', 'v');
      expect(policy).to.include({ name: 'short', pattern: '^q', 'apply-to': 'queues', priority: 2 });
      expect(JSON.parse(String(policy?.definition))).to.deep.equal({ 'message-ttl': 5000, 'max-length': 7 });
      expect(
        await ctl('list_bindings', '-p', 'v', 'source_name', 'destination_name', 'routing_key'),
      ).to.deep.include({
        source_name: 'e',
        destination_name: 'q',
        routing_key: '#.created',
      });
      expect((await host.run(['test', '-e', '/tmp/canary'])).status).to.equal(1);
    });

    it('lets accounts in with their passwords', async () => {
      expect(await authenticates('glance', 'an_even_bigger_secret')).to.equal(true);
      expect(await authenticates('glance', 'wrong')).to.equal(false);
    });

    it('listens as it was told, and so does memcached', async () => {
      const listening = await host.must(['ss', '-ltnH']);
      expect(listening).to.match(/\s127\.0\.0\.1:5672\s/);
      expect(listening).not.to.match(/(\*|0\.0\.0\.0):5672\s/);
      expect(listening).to.match(/\s127\.0\.0\.1:11219\s/);
      const stats = await host.must(['node', '--input-type=module', '-e', memory]);
      expect(Number(stats)).to.equal(32 * 1024 * 1024);
    });

    it('changes nothing and restarts nothing the second time', async () => {
      const since = await brokerSince();
      const again = [await json('apply'), await json('apply'), await json('apply')];
      for (const one of again) expect([one.status, one.resources]).to.deep.equal([0, []]);
      expect((await json('plan')).status).to.equal(0);
      expect(await brokerSince()).to.equal(since);
    });

    for (const { what, by, will } of drifts) {
      it(`finds and repairs ${what}, and only that`, async () => {
        const since = await brokerSince();
        await host.must(by);
        const found = await json('plan');
        expect(found.of('failed')).to.deep.equal([]);
        expect(found.of('will')).to.have.members(will);
        const repaired = await json('apply');
        expect(repaired.of('failed')).to.deep.equal([]);
        expect(repaired.of('changed')).to.have.members(will);
        expect((await json('apply')).resources).to.deep.equal([]);
        expect(await brokerSince()).to.equal(since);
      });
    }

    it('finds and repairs memcached that was stopped, and a setting of it', async () => {
      await host.must(['service', 'memcached', 'stop']);
      expect((await json('apply')).of('changed')).to.deep.equal(['Service[memcached]']);
      await host.must(['sed', '-i', 's/^-m .*/-m 7/', '/etc/memcached.conf']);
      const found = await json('plan');
      expect(found.of('will')).to.deep.equal(['File_line[memcached -m]', 'Service[memcached]']);
      expect((await json('apply')).of('changed')).to.deep.equal(found.of('will'));
      expect((await json('apply')).resources).to.deep.equal([]);
    });

    it('leaves alone what nobody has declared', async () => {
      await host.must(['rabbitmqctl', 'add_user', 'bystander', 'x']);
      await host.must(['rabbitmqctl', 'add_vhost', 'elsewhere']);
      expect((await json('apply')).resources).to.deep.equal([]);
      expect((await ctl('list_users')).map(({ user }) => user)).to.include('bystander');
    });

    it('is written down by inspect, type by type, and a plan of that finds nothing to change', async () => {
      for (const [type, parts] of Object.entries(expectedCode)) {
        const { code, plan } = await inspected(host, type);
        for (const part of parts) expect(code).to.include(part);
        expect([type, plan.status, plan.resources]).to.deep.equal([type, 0, []]);
      }
    });

    it('is managed through rabbitmqctl where its port cannot be reached', async () => {
      const far = () =>
        host.must(['node', `${checkoutInHost}/${folder}/through-tool.mjs`, `${checkoutInHost}/${manifest}`]);
      expect(await far()).to.equal('');
      await host.must(['rabbitmqctl', 'delete_user', 'glance']);
      expect((await far()).trim().split('\n')).to.have.members([
        'changed Rabbitmq_user[glance]',
        'changed Rabbitmq_user_permissions[glance@/]',
        'changed Rabbitmq_user_permissions[glance@v]',
      ]);
      expect(await far()).to.equal('');
      expect(await authenticates('glance', 'an_even_bigger_secret')).to.equal(true);
    });

    it('may change whatever this user may not look at', async () => {
      const nobody = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'];
      const found = await json('plan', nobody);
      expect(found.of('failed')).to.deep.equal([]);
      expect(found.of('may')).to.include('Rabbitmq_user[glance]');
    });

    it('waits for a broker that the run itself starts, and finds all as it was', async () => {
      await host.must(['service', 'rabbitmq-server', 'stop']);
      const found = await json('plan');
      expect(found.of('failed')).to.deep.equal([]);
      expect(found.of('will')).to.deep.equal(['Service[rabbitmq-server]']);
      expect(found.of('may')).to.include('Rabbitmq_user[glance]');
      const applied = await json('apply');
      expect(applied.of('failed')).to.deep.equal([]);
      expect(applied.of('changed')).to.deep.equal(['Service[rabbitmq-server]']);
    });

    it('goes on over a restart of the broker in the middle of the run', async () => {
      await host.must(['sed', '-i', '/heartbeat/d', '/etc/rabbitmq/rabbitmq.conf']);
      await host.must(['rabbitmqctl', 'delete_user', 'glance']);
      const applied = await json('apply');
      expect(applied.of('failed')).to.deep.equal([]);
      expect(applied.of('changed')).to.include.members([
        'File[/etc/rabbitmq/rabbitmq.conf]',
        'Service[rabbitmq-server]',
        'Rabbitmq_user[glance]',
      ]);
      expect((await json('apply')).resources).to.deep.equal([]);
    });

    it('says of a broker that does not answer that it does not, and soon', async () => {
      await host.must(['pkill', '-STOP', 'beam.smp']);
      try {
        const found = await json('plan');
        expect(found.duration).to.be.lessThan(30_000);
        const user = found.resources.find(({ reference }) => reference === 'Rabbitmq_user[glance]');
        expect([user?.outcome, found.status]).to.deep.equal(['failed', 4]);
        expect(user?.reason).to.match(/RabbitMQ does not respond: no response within 5 seconds/);
      } finally {
        await host.must(['pkill', '-CONT', 'beam.smp']);
      }
    });
  });
}

/** Asks memcached how much it may keep. */
const memory = `
const socket = (await import('node:net')).connect(11219, '127.0.0.1');
socket.write('stats\\r\\n');
let answer = '';
for await (const piece of socket) {
  answer += piece;
  if (answer.endsWith('END\\r\\n')) break;
}
console.log(/limit_maxbytes (\\d+)/.exec(answer)[1]);
`;
