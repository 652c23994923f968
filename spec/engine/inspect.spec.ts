import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { nativeType, property, string, title } from '../../src/catalog/index.js';
import { inspect } from '../../src/engine/inspect.js';
import { provide } from '../../src/engine/provider.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';

class Served extends nativeType(
  'served',
  { name: title('What it is called.'), value: property(string, 'What it holds.') },
  { doc: 'Something behind a connection.' },
) {}

const log: string[] = [];
provide(Served, {
  read: async () => new Map(),
  list: async (session) => {
    const close = async () => {
      await sleep(20);
      log.push('closed');
    };
    await session.shared('connection', async () => log.push('opened'), close);
    if (log.includes('down')) throw new Error('no server answers');
    return new Map([['a', { value: '1' }]]);
  },
});

describe('an inspection of a host', () => {
  beforeEach(() => void log.splice(0));

  it('closes its connections at the end, even after an error', async () => {
    const definition = Served.definition as never;
    expect([...(await inspect(definition, new SimulatedHost())).keys()]).to.deep.equal(['a']);
    expect(log).to.deep.equal(['opened', 'closed']);
    log.push('down');
    const error = await inspect(definition, new SimulatedHost()).catch((thrown: Error) => thrown.message);
    expect(error).to.equal('no server answers');
    expect(log).to.deep.equal(['opened', 'closed', 'down', 'opened', 'closed']);
  });
});
