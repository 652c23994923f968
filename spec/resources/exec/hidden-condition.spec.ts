import { expect } from 'chai';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { converge, only } from '../converge.js';

describe('a condition that fails in a plan', () => {
  const planAs = (uid: number, says: string) =>
    converge(
      new SimulatedHost({
        programs: {
          id: () => `${uid}\n`,
          '/bin/sh': () => '',
          '/usr/bin/check': () => ({ status: 1, stderr: says }),
        },
      }),
      (site) => void new Exec(site, 'it', { command: '/usr/bin/it', unless: '/usr/bin/check' }),
      { mode: 'plan' },
    ).then(only);

  it("is unknown to a user whose permissions may be the reason: the plan reports 'may'", async () => {
    expect(await planAs(1000, 'check: Permission denied\n')).to.include({ outcome: 'may' });
  });

  it('is certain for root, and for a user whose permissions are not the reason', async () => {
    expect(await planAs(0, 'check: Permission denied\n')).to.include({ outcome: 'will' });
    expect(await planAs(1000, 'check: no\n')).to.include({ outcome: 'will' });
  });
});
