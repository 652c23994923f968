import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Builds a few packages and a repository of them, and gives Debian's dnf nothing else to look at. */
const REPOSITORY = `set -e
build() {
  printf 'Name: %s\\nVersion: %s\\nRelease: 1\\nSummary: s\\nLicense: l\\nBuildArch: noarch\\n%s\\n%%description\\nd\\n%%files\\n' "$1" "$2" "$3" > /root/x.spec
  rpmbuild -bb --define '_topdir /root/rpm' --define '_rpmdir /srv/repo' /root/x.spec
}
build alpha 1.0; build alpha 1.1; build alpha 2.0
build beta 1.0 'Requires: alpha'; build gamma 0.5 'Provides: virtual-thing'
build epochal 1.2 'Epoch: 3'; build broken 1 'Requires: nowhere-to-be-found'
createrepo_c -q /srv/repo
mkdir -p /etc/yum.repos.d
printf '[local]\\nname=local\\nbaseurl=file:///srv/repo\\ngpgcheck=0\\n' > /etc/yum.repos.d/local.repo
sed -i 's/^enabled.*/enabled = false/' /etc/dnf/plugins/local.conf
echo 9 > /etc/dnf/vars/releasever
`;

describe('packages of dnf and rpm', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    const tools = ['dnf', 'rpm', 'createrepo-c', 'dnf-plugins-core'];
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...tools]);
    await host.must(['sh', '-c', REPOSITORY]);
  });
  after(() => host?.stop());

  const call = async (command: 'plan' | 'apply', packages: Packages): Promise<Told> => {
    const given = Object.entries(packages).map(([name, one]) => [name, { provider: 'dnf', ...one }]);
    const resources = { package: Object.fromEntries(given) };
    return runResources(host, resources, command);
  };
  const installed = async () =>
    (await host.must(['rpm', '-qa', '--qf', '%{NAME}-%{VERSION} '])).trim().split(' ').sort();

  /** Each step begins with what the one before it left. */
  const steps: readonly { what: string; given: Packages; after: string[] }[] = [
    {
      what: 'are installed, in versions where those are named',
      given: { alpha: { ensure: '1.0' }, gamma: {}, epochal: { ensure: '1.2-1' } },
      after: ['alpha-1.0', 'epochal-1.2', 'gamma-0.5'],
    },
    {
      what: 'are upgraded',
      given: { alpha: { ensure: 'latest' }, gamma: { ensure: 'latest' } },
      after: ['alpha-2.0', 'epochal-1.2', 'gamma-0.5'],
    },
    {
      what: 'are downgraded, removed and installed together',
      given: { alpha: { ensure: '1.1' }, epochal: { ensure: 'absent' }, beta: {} },
      after: ['alpha-1.1', 'beta-1.0', 'gamma-0.5'],
    },
    {
      what: 'come from a file',
      given: { epochal: { source: '/srv/repo/noarch/epochal-1.2-1.noarch.rpm' } },
      after: ['alpha-1.1', 'beta-1.0', 'epochal-1.2', 'gamma-0.5'],
    },
    {
      what: 'are held, and changed by name in spite of it',
      given: { alpha: { ensure: '2.0', mark: 'hold' } },
      after: ['alpha-2.0', 'beta-1.0', 'epochal-1.2', 'gamma-0.5'],
    },
  ];
  for (const { what, given, after } of steps) {
    it(`${what}, as a plan says, and are then left alone`, async () => {
      const plan = await call('plan', given);
      const apply = await call('apply', given);
      expect(apply.of('failed')).to.deep.equal([]);
      expect(apply.of('changed')).to.deep.equal(plan.of('will'));
      expect(await installed()).to.deep.equal(after);
      expect((await call('apply', given)).resources).to.deep.equal([]);
    });
  }

  it('that others provide are there', async () => {
    expect((await call('plan', { 'virtual-thing': {} })).resources).to.deep.equal([]);
  });

  it('are locked while they are held', async () => {
    expect(await host.must(['dnf', '-q', 'versionlock', 'list'])).to.include('alpha-0:2.0-1');
    await call('apply', { alpha: { mark: 'none' } });
    expect(await host.must(['dnf', '-q', 'versionlock', 'list'])).not.to.include('alpha');
  });

  it('that cannot be had are failures of their own', async () => {
    const given = {
      nosuch: {},
      alpha: { ensure: '9.9' },
      beta: { ensure: '>3' },
      gamma: { ensure: 'absent' },
    };
    const plan = await call('plan', given);
    expect([plan.of('failed'), plan.of('will')]).to.deep.equal([
      ['Package[alpha]', 'Package[beta]', 'Package[nosuch]'],
      ['Package[gamma]'],
    ]);
    const apply = await call('apply', { ...given, broken: {} });
    expect(apply.of('changed')).to.deep.equal(['Package[gamma]']);
    expect(apply.of('failed')).to.deep.equal([
      'Package[alpha]',
      'Package[beta]',
      'Package[broken]',
      'Package[nosuch]',
    ]);
    const reasonsOf = ({ resources }: Told) =>
      resources.flatMap(({ reference, reason }) =>
        reference === 'Package[broken]' || !reason ? [] : reason,
      );
    expect(reasonsOf(plan).sort()).to.deep.equal(reasonsOf(apply).sort());
    const reasons = apply.resources.map(({ reason }) => reason ?? '').join('\n');
    expect(reasons).to.include("dnf has no package 'nosuch'");
    expect(reasons).to.include('nothing provides nowhere-to-be-found');
  });
});
