import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import { inspected } from '../lab/inspected.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { drifts, lookedUp } from './drifts.js';

const manifest = 'spec/acceptance/keystone/manifest.ts';

/** The types of what Keystone and Glance keep, and what inspect must say of the manifest's things. */
const expectedCode: Readonly<Record<string, readonly string[]>> = {
  keystone_domain: [`(site, 'second', {`],
  keystone_tenant: [`(site, 'services', {`],
  keystone_user: [`(site, 'glance::second', {`],
  keystone_role: [`(site, 'special role', {`],
  keystone_service: [`(site, 'glance::image', {`],
  keystone_endpoint: [`(site, 'RegionTwo/glance::image', {`],
  keystone_user_role: [
    `(site, 'glance@services', {\n    ensure: 'present',\n    roles: ['admin', 'special role'],\n  });`,
    `(site, 'glance@::second', {`,
    `(site, 'glance::second@::::all', {`,
  ],
  glance_image: [`(site, 'disk', {`, `min_ram: 64`, `'odd/na~me': 'x y'`],
};

describe('Keystone and Glance on a Debian 12 that was set up by hand', () => {
  let host: LabHost;
  let plan: Told;
  const json = async (command: 'plan' | 'apply') =>
    told(
      await host.run(
        [
          'node',
          `${checkoutInHost}/dist/glance-apply.js`,
          command,
          manifest,
          '--json',
          '--detailed-exitcodes',
        ],
        { directory: checkoutInHost },
      ),
    );
  /** What the real client says. */
  const openstack = async (words: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
    const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const script = '. /root/openrc && exec env "$@"';
    return (await host.must(['sh', '-c', script, 'sh', ...given, 'openstack', ...words])).trim();
  };
  const lines = async (words: readonly string[]) => (await openstack([...words, '-f', 'value'])).split('\n');

  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    const script = await readFile(new URL('prepare.sh', import.meta.url), 'utf8');
    await host.must(['bash', '-s'], { input: script });
    await openstack(['project', 'create', 'bystanders']);
    await openstack(['user', 'create', 'bystander', '--password', 'x', '--email', 'by@stander']);
    await openstack(['role', 'add', '--user', 'bystander', '--project', 'bystanders', 'member']);
  });
  after(() => host?.stop());

  it('is planned, and applied as it was planned', async () => {
    plan = await json('plan');
    expect(plan.of('failed')).to.deep.equal([]);
    expect(plan.of('will')).to.include('Keystone_endpoint[RegionTwo/glance::image]');
    const applied = await json('apply');
    expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
    expectTruth(plan, applied);
  });

  it('changes nothing the second time', async () => {
    for (const command of ['apply', 'plan'] as const) {
      const again = await json(command);
      expect([again.status, again.resources]).to.deep.equal([0, []]);
    }
  });

  it('lets users in with their passwords, and has what was declared', async () => {
    const token = ['token', 'issue', '-f', 'value', '-c', 'id'];
    const glance = { OS_USERNAME: 'glance', OS_PASSWORD: 'glance pw', OS_PROJECT_NAME: 'services' };
    expect(await openstack(token, glance)).to.match(/^\S{100,}$/);
    const odd = {
      OS_USERNAME: `o'brien "q" 100% ü/..?&=#`,
      OS_PASSWORD: `p"w'% ü`,
      OS_PROJECT_NAME: `we'ird "p" & 100% /ü?#`,
    };
    expect(await openstack(token, odd)).to.match(/^\S{100,}$/);
    expect(
      await lines(['endpoint', 'list', '--service', 'image', '-c', 'Region', '-c', 'Interface', '-c', 'URL']),
    ).to.have.members([
      'RegionOne public http://127.0.0.1:9292',
      'RegionOne internal http://127.0.0.1:9292',
      'RegionOne admin http://127.0.0.1:9292',
      'RegionTwo public http://127.0.0.1:9292/two',
    ]);
    expect(await lines(['image', 'list', '-c', 'Name', '-c', 'Status'])).to.have.members([
      'disk active',
      `im'age "i" \\ 100% /ü?# active`,
    ]);
  });

  for (const { what, by, will } of drifts) {
    it(`finds and repairs ${what}, and only that`, async () => {
      for (const words of by) {
        const clear = await Promise.all(
          words.map(async (word) => (lookedUp[word] === undefined ? word : openstack(lookedUp[word]))),
        );
        await openstack(clear);
      }
      const found = await json('plan');
      expect(found.of('failed')).to.deep.equal([]);
      expect(found.of('will')).to.have.members(will);
      // Without its endpoint, or a user whom Keystone answers, nobody can look into Glance.
      expect(found.of('may').filter((reference) => !reference.startsWith('Glance_image'))).to.deep.equal([]);
      const repaired = await json('apply');
      expect(repaired.of('failed')).to.deep.equal([]);
      expect(repaired.of('changed')).to.have.members(will);
      expect((await json('apply')).resources).to.deep.equal([]);
    });
  }

  it('has not touched what nobody declared', async () => {
    const shown = JSON.parse(await openstack(['user', 'show', 'bystander', '-f', 'json'])) as {
      email: string;
    };
    expect(shown.email).to.equal('by@stander');
    const roles = [
      'role',
      'assignment',
      'list',
      '--names',
      '--user',
      'bystander',
      '-c',
      'Role',
      '-c',
      'Project',
    ];
    expect(await lines(roles)).to.deep.equal(['member bystanders@Default']);
    const properties = JSON.parse(
      await openstack(['image', 'show', 'disk', '-f', 'json', '-c', 'properties']),
    );
    expect(properties.properties).to.include({ os_distro: 'debian' });
  });

  it('is written down by inspect, type by type, and a plan of that finds nothing to change', async () => {
    for (const [type, parts] of Object.entries(expectedCode)) {
      const { code, plan } = await inspected(host, type);
      for (const part of parts) expect(code).to.include(part);
      expect([type, plan.status, plan.resources]).to.deep.equal([type, 0, []]);
    }
  });

  it('says what to do where Keystone does not run, and leaves it at that', async () => {
    // Its script looks for a process that nobody has buried, and calls that a failure.
    await host.run(['service', 'keystone', 'stop']);
    const applied = await json('apply');
    const reasons = applied.resources
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ reason }) => reason);
    expect(reasons).to.have.length.greaterThan(5);
    for (const reason of reasons) expect(reason).to.contain('does not answer');
    await host.must(['service', 'keystone', 'start']);
  });
});
