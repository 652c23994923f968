import { expect } from 'chai';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Selmodule } from '../../../src/resources/index.js';
import { parseModuleList } from '../../../src/resources/selmodule/semodule.js';
import { converge, errorsOf, only } from '../converge.js';

describe('a module of SELinux', () => {
  it('is a name and a checksum in the answer of semodule', () => {
    const checksum = 'a'.repeat(64);
    expect([...parseModuleList(`own sha256:${checksum}\nnonsense\n`)]).to.deep.equal([['own', checksum]]);
  });

  it('has a name, and no version where it is to go', async () => {
    expect(await errorsOf((site) => new Selmodule(site, '--remove', {}))).to.contain('name of a module');
    expect(
      await errorsOf((site) => new Selmodule(site, 'own', { ensure: 'absent', syncversion: true })),
    ).to.contain('syncversion');
  });

  it('cannot be read where semodule is not there', async () => {
    const report = await converge(new SimulatedHost(), (site) => void new Selmodule(site, 'own', {}));
    expect(only(report)?.reason).to.contain('install policycoreutils');
  });
});
