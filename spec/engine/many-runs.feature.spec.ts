import { AsyncResource } from 'node:async_hooks';
import { expect } from 'chai';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { FileLine } from '../../src/resources/index.js';
import { converge } from '../resources/converge.js';

/** What Node gives to each promise, timer and request that the process makes from now on. */
const carried = () => Object.getOwnPropertySymbols(new AsyncResource('spec')).length;

describe('many runs in one process', () => {
  const edit = () =>
    converge(new SimulatedHost({ files: { '/etc/hosts': '' } }), (site) => {
      new FileLine(site, 'router', { path: '/etc/hosts', line: '192.0.2.1 router' });
    });

  it('have no effect on later work of the process', async () => {
    expect((await edit()).summary.changed).to.equal(1);
    const afterOne = carried();
    for (let more = 0; more < 10; more += 1) await edit();
    expect(carried()).to.equal(afterOne);
  });
});
