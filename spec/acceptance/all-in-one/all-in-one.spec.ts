import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { byHand, environment } from './by-hand.js';
import { drifts } from './drifts.js';
import { passwords } from './passwords.js';
import { preparation, walkthroughs } from './walkthroughs.js';

const manifest = 'manifests/all-in-one.ts';
const services = ['mariadb', 'rabbitmq-server', 'memcached', 'keystone', 'glance-api'];

/** A host and what is asked of it. */
class Stack {
  private constructor(readonly host: LabHost) {}

  static async boot(): Promise<Stack> {
    return new Stack(await bootSystemdHost({ [checkoutInHost]: await builtCheckout() }));
  }

  /** Runs the manifest with passwords from the environment. */
  async run(
    command: 'plan' | 'apply',
    user: readonly string[] = [],
    file = manifest,
    data: readonly string[] = [],
  ): Promise<Told> {
    const words = ['node', `${checkoutInHost}/dist/glance-apply.js`, command, file, ...data];
    const output = await this.host.run([...user, ...words, '--json', '--detailed-exitcodes'], {
      directory: checkoutInHost,
      environment: passwords,
    });
    for (const password of Object.values(passwords))
      expect(output.stdout + output.stderr).not.to.contain(JSON.stringify(password).slice(1, -1));
    return told(output);
  }

  /** Runs a script as somebody who has read an openrc. */
  as(who: 'admin' | 'demo', script: string): Promise<string> {
    return this.host.must(['sh', '-c', `set -e; . /root/${who}-openrc; ${script}`]);
  }

  /** When each service was started, in microseconds since the host was. */
  started(): Promise<string> {
    return this.host.must(['systemctl', 'show', '-P', 'ActiveEnterTimestampMonotonic', ...services]);
  }
}

/** What the real clients say of a stack that is as it should be. */
function isComplete(stack: () => Stack): void {
  it('lets the administrator and a user of the cloud log in', async () => {
    const project = (who: 'admin' | 'demo') =>
      stack().as(who, 'openstack token issue -f value -c project_id');
    expect(await project('admin')).to.match(/^[0-9a-f]{32}\n$/);
    expect(await project('demo')).to.match(/^[0-9a-f]{32}\n$/);
  });

  it('shows everybody an image that is active, and is what was uploaded', async () => {
    const shown = await stack().as('demo', 'openstack image list -f value -c Name -c Status');
    expect(shown).to.equal('hello active\n');
    const boots = 'openstack image save --file /tmp/hello hello; cmp /tmp/hello /usr/local/share/hello.img';
    await stack().as('demo', boots);
  });

  it('says where Keystone and Glance are', async () => {
    const list = 'openstack endpoint list -f value -c Region -c "Service Type" -c Interface -c URL';
    const lines = (await stack().as('admin', list)).trim().split('\n').sort();
    const sides = ['admin', 'internal', 'public'];
    expect(lines).to.deep.equal(
      [
        ...sides.map((side) => `RegionOne identity ${side} http://127.0.0.1:5000`),
        ...sides.map((side) => `RegionOne image ${side} http://127.0.0.1:9292`),
      ].sort(),
    );
  });

  it('gives users their roles and nothing else', async () => {
    const list = 'openstack role assignment list --names -f value -c Role -c User -c Project -c System';
    expect(
      (await stack().as('admin', list))
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .sort(),
    ).to.deep.equal([
      'admin admin@Default  all',
      'admin admin@Default admin@Default',
      'admin glance@Default services@Default',
      'member demo@Default demo@Default',
    ]);
  });

  it('has a hardened database server with two databases', async () => {
    const sql = async (text: string) => (await stack().host.must(['mysql', '-NBe', text])).trim().split('\n');
    expect(await sql('SHOW DATABASES'))
      .to.include.members(['glance', 'keystone'])
      .and.not.to.include('test');
    expect(await sql("SELECT User, Host FROM mysql.user WHERE User IN ('', 'root')")).to.deep.equal([
      'root\tlocalhost',
    ]);
  });

  it('has a broker with one account, and nobody called guest', async () => {
    const { host } = stack();
    expect(await host.must(['rabbitmqctl', '-q', '--no-table-headers', 'list_users'])).to.match(
      /^openstack\t\[\]\n$/,
    );
    await host.must(['rabbitmqctl', '-q', 'authenticate_user', 'openstack'], {
      input: `${passwords.RABBIT_PASS}\n`,
    });
  });
}

describe('manifests/all-in-one.ts on a bare Debian 12', () => {
  let stack: Stack;
  let plan: Told;
  before(async () => {
    stack = await Stack.boot();
  });
  after(() => stack?.host.stop());

  it('is planned without root, and completely', async () => {
    plan = await stack.run('plan', ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups']);
    expect(plan.of('failed')).to.deep.equal([]);
    expect(plan.of('skipped')).to.deep.equal([]);
    expect(plan.of('will')).to.include.members([
      'Package[mysql-server]',
      'Mysql_database[keystone]',
      'Rabbitmq_user[openstack]',
      'Keystone_user[demo]',
      'Keystone_endpoint[RegionOne/glance::image]',
    ]);
    // The command that prepares Keystone makes roles and the administrator itself.
    expect(plan.of('may')).to.include.members(['Keystone_role[member]', 'Keystone_user[admin]']);
    expect([...plan.of('will'), ...plan.of('may')]).to.include('Glance_image[hello]');
  });

  it('is applied as it was planned', async () => {
    const applied = await stack.run('apply');
    expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
    expectTruth(plan, applied);
  });

  isComplete(() => stack);

  it('changes nothing and restarts nothing the second time', async () => {
    const since = await stack.started();
    for (const again of [await stack.run('apply'), await stack.run('apply'), await stack.run('plan')])
      expect([again.status, again.resources]).to.deep.equal([0, []]);
    expect(await stack.started()).to.equal(since);
  });

  it('asks Keystone a few questions about what it declares', async () => {
    const count = async () =>
      Number(await stack.host.must(['sh', '-c', 'grep -c "=> generated" /var/log/keystone/keystone.log']));
    const before = await count();
    await stack.run('apply');
    expect((await count()) - before).to.be.lessThan(30);
  });

  for (const { what, by, will, also = [] } of drifts) {
    it(`finds and repairs ${what}, and only that`, async () => {
      await stack.as('admin', by);
      const found = await stack.run('plan');
      expect(found.of('failed')).to.deep.equal([]);
      expect(found.of('will')).to.include.members(will);
      const repaired = await stack.run('apply');
      expect(repaired.of('failed')).to.deep.equal([]);
      expectTruth(found, repaired);
      expect([...will, ...also]).to.include.members(repaired.of('changed'));
      expect((await stack.run('apply')).resources).to.deep.equal([]);
    });
  }

  isComplete(() => stack);

  describe('and on it the walkthroughs', () => {
    before(() => stack.host.must(['sh', '-c', preparation]));

    for (const { manifest: file, data: yaml, before, images } of walkthroughs) {
      it(`${file} does what was planned, and nothing a second time`, async () => {
        if (before !== undefined) await stack.as('admin', before);
        const data = yaml === undefined ? [] : ['--data', '/root/data'];
        if (yaml !== undefined)
          await stack.host.must(['sh', '-c', 'mkdir -p data && cat > data/common.yaml'], { input: yaml });
        const plan = await stack.run('plan', [], file, data);
        expect(plan.of('failed')).to.deep.equal([]);
        const applied = await stack.run('apply', [], file, data);
        expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
        expectTruth(plan, applied);
        expect((await stack.run('apply', [], file, data)).resources).to.deep.equal([]);
        const active = await stack.as('admin', 'openstack image list -f value -c Name --status active');
        expect(active.trim().split('\n').sort()).to.deep.equal(images);
      });
    }
  });
});

describe('manifests/all-in-one.ts on a host that was set up by hand, half-way', () => {
  let stack: Stack;
  before(async () => {
    stack = await Stack.boot();
    await stack.host.must(['sh', '-c', byHand], { environment });
  });
  after(() => stack?.host.stop());

  it('finishes what is there, as it was planned', async () => {
    const plan = await stack.run('plan');
    expect(plan.of('failed')).to.deep.equal([]);
    const applied = await stack.run('apply');
    expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
    expectTruth(plan, applied);
  });

  it('changes nothing the second time', async () => {
    const again = await stack.run('apply');
    expect([again.status, again.resources]).to.deep.equal([0, []]);
  });

  isComplete(() => stack);
});
