import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

const packages = [
  'policycoreutils',
  'selinux-policy-default',
  'selinux-utils',
  'semodule-utils',
  'checkpolicy',
];

/** A module in the language of policies, and how it becomes a package of policy. */
const build = `
set -e
cd /root
printf 'module packed 1.0;\nrequire { type etc_t; }\ntype packed_t;\n' > packed.te
checkmodule -m -o packed.mod packed.te
semodule_package -o packed.pp -m packed.mod
`;

describe('modules of SELinux in the stored policy of a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    await host.must(['sh', '-c', build]);
    await host.must(['sh', '-c', 'echo "(type own_test_t)" > /root/own.cil']);
  });
  after(() => host?.stop());

  const apply = (modules: object) => runResources(host, { selmodule: modules });
  const modules = async () => (await host.must(['semodule', '--list'])).split('\n');

  const declared = {
    own: { selmodulepath: '/root/own.cil', syncversion: true },
    packed: { selmoduledir: '/root', syncversion: true },
  };

  it('are installed, and are then left alone', async () => {
    expect((await apply(declared)).of('changed')).to.have.members(['Selmodule[own]', 'Selmodule[packed]']);
    expect(await modules()).to.include.members(['own', 'packed']);
    expect((await apply(declared)).resources).to.deep.equal([]);
  });

  it('are installed again where their files have changed, and only those', async () => {
    await host.must(['sh', '-c', 'echo "(type own_other_t)" >> /root/own.cil']);
    expect((await apply({ own: { selmodulepath: '/root/own.cil' } })).resources).to.deep.equal([]);
    expect((await apply(declared)).of('changed')).to.deep.equal(['Selmodule[own]']);
    expect((await apply(declared)).resources).to.deep.equal([]);
  });

  it('fail with the name of a file that is not there', async () => {
    const failed = await apply({ elsewhere: { selmodulepath: '/root/elsewhere.pp' } });
    expect(failed.of('failed')).to.deep.equal(['Selmodule[elsewhere]']);
    expect(JSON.stringify(failed.resources)).to.contain('/root/elsewhere.pp');
  });

  it('are removed, and are then left alone', async () => {
    const gone = { own: { ensure: 'absent' }, packed: { ensure: 'absent' } };
    expect((await apply(gone)).of('changed')).to.have.members(['Selmodule[own]', 'Selmodule[packed]']);
    expect(await modules()).not.to.include('own');
    expect((await apply(gone)).resources).to.deep.equal([]);
  });
});
