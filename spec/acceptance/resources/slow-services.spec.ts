import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { runResources } from '../lab/run-resources.js';
import { bootSystemdHost } from '../lab/systemd-host.js';

/** One that does not stop when it is asked to, and one that finds out after four seconds that it cannot work. */
const units: Readonly<Record<string, string>> = {
  stubborn: `Type=simple\nExecStart=/bin/sh -c "trap '' TERM; while :; do sleep 1; done"\nTimeoutStopSec=20`,
  doomed: 'Type=simple\nExecStart=/bin/sh -c "sleep 4; exit 3"',
  restless: 'Type=simple\nRestart=always\nRestartSec=100ms\nExecStart=/bin/sh -c "sleep 4; exit 3"',
};

describe('services that take their time', () => {
  let host: LabHost;
  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    for (const [name, service] of Object.entries(units)) {
      const text = `[Service]\n${service}\n`;
      await host.must(['sh', '-c', `cat > /etc/systemd/system/${name}.service`], { input: text });
    }
    await host.must(['systemctl', 'daemon-reload']);
  });
  after(() => host?.stop());

  const apply = (name: string, desired: object) => runResources(host, { service: { [name]: desired } });

  it('are not stopped while they hang in stopping, in this run or the next', async () => {
    await host.must(['systemctl', 'start', 'stubborn']);
    const desired = { ensure: 'stopped', timeout: 3 };
    expect((await apply('stubborn', desired)).of('failed')).to.deep.equal(['Service[stubborn]']);
    expect((await apply('stubborn', desired)).of('failed')).to.deep.equal(['Service[stubborn]']);
    expect((await apply('stubborn', { ensure: 'stopped' })).of('failed')).to.deep.equal([]);
    expect((await host.run(['systemctl', 'is-active', 'stubborn'])).stdout.trim()).to.be.oneOf([
      'failed',
      'inactive',
    ]);
  });

  it('do not count as started where they die while they are watched', async () => {
    for (const name of ['doomed', 'restless']) {
      expect((await apply(name, { ensure: 'running' })).of('failed')).to.deep.equal([]);
      await host.must(['systemctl', 'stop', name]);
      expect((await apply(name, { ensure: 'running', watch: 6 })).of('failed')).to.deep.equal([
        `Service[${name}]`,
      ]);
      await host.run(['systemctl', 'stop', name]);
    }
  });
});
