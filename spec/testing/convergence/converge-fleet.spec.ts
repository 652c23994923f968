import { expect } from 'chai';
import { fleet } from '../../../src/fleet/fleet.js';
import { File, Service } from '../../../src/resources/index.js';
import { compile, converge, existingResource } from '../../../src/testing/index.js';

const site = fleet((all) => {
  const database = all.host('db01', (node) => void new File(node, '/etc/my.cnf', { content: 'x' }));
  all.group('web', (node) => {
    new Service(node, 'api', { ensure: 'running', subscribe: database.ref(File, '/etc/my.cnf') });
  });
});
const hosts = { db01: {}, web01: { groups: ['web'] }, web02: { groups: ['web'] } };

describe('converging a fleet on simulated hosts', () => {
  it('runs the hosts in order, and changes nothing again', async () => {
    const first = await converge(await compile(site, { hosts }));
    expect(first.order[0]).to.equal('File[/etc/my.cnf] on db01');
    expect(first.order.slice(1)).to.have.members(['Service[api] on web01', 'Service[api] on web02']);
    const second = await first.again();
    for (const run of second.hosts.values()) expect(run).to.changeNothing();
  });

  it('lets resources exist, fail, and hosts be unreachable', async () => {
    const catalog = await compile(site, { hosts });
    const first = await converge(catalog, {
      state: { web01: [existingResource(Service, 'api', { ensure: 'running' })] },
      unreachable: ['web02'],
    });
    expect(first.host('web01').refreshed).to.deep.equal(['Service[api]']);
    expect([first.outcomeOf('web02'), first.outcomeOf('other')]).to.deep.equal(['unreachable', undefined]);
    expect(() => first.host('web02')).to.throw('there was no run on web02');
    expect((await first.again()).outcomeOf('web02')).to.equal('done');
    const failing = await converge(catalog, { fail: { db01: [File.ref('/etc/my.cnf')] } });
    expect(failing.host('web01').skipped).to.deep.equal(['Service[api]']);
  });

  it('runs one of the hosts again', async () => {
    const first = await converge(await compile(site, { hosts }));
    const again = await first.host('web01').again({ mode: 'plan' });
    expect(again).to.changeNothing();
    expect(again.report.mode).to.equal('plan');
  });
});
