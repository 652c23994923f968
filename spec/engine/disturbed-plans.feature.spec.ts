import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import type { Provider } from '../../src/engine/provider.js';
import { Resources } from '../../src/resources/resources.js';
import { Batched, Bench, Thing } from './world.js';

describe('a plan, for resources after a change that may alter others', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    for (const name of ['there', 'service']) bench.world.states.set(name, { ensure: 'present', value: '1' });
  });
  afterEach(() => bench.close());

  /** What is planned, where the provider of batched things answers so. */
  const plan = async (answers: Partial<Provider>, body: (site: Scope) => void) => {
    const providers: ProviderLookup = (definition) => {
      const choice = bench.world.providers(definition);
      const memory = choice?.providers.memory;
      if (definition.name !== 'batched' || memory === undefined) return choice;
      return { providers: { memory: { ...memory, ...answers } }, choose: () => 'memory' };
    };
    const { resources } = await bench.plan(body, { providers });
    return Object.fromEntries(
      resources.map(({ title, outcome, refresh = 'no' }) => [title, `${outcome}, refresh: ${refresh}`]),
    );
  };

  const values = (site: Scope) => {
    new Thing(site, 'package', { value: '1', disturbs: true });
    new Batched(site, 'there', { value: '1', require: Thing.ref('package') });
    new Batched(site, 'missing', { value: '1', require: Thing.ref('package') });
  };

  it("reports 'may'", async () => {
    const planned = await plan({}, values);
    expect(planned).to.deep.include({ there: 'may, refresh: no', missing: 'may, refresh: no' });
  });

  it('reports nothing for what no change could alter', async () => {
    bench.world.states.set('stray', { ensure: 'present', value: '1' });
    const purge = (on: boolean) =>
      plan({}, (site) => {
        new Thing(site, 'package', { value: '1', disturbs: true });
        new Resources(site, 'thing', { purge: on, require: Thing.ref('package') });
        new Thing(site, 'stray', { value: '1' });
      });
    expect(await purge(true)).to.deep.include({ thing: 'may, refresh: no' });
    expect(await purge(false)).not.to.have.property('thing');
  });

  it('is certain of what no change can alter', async () => {
    const planned = await plan({ undisturbed: () => true }, values);
    expect(planned).to.include({ missing: 'will, refresh: no' }).and.not.to.have.property('there');
  });

  const service = (value: string, disturbs: boolean) => (site: Scope) => {
    new Thing(site, 'package', { value: '1', disturbs });
    new Thing(site, 'config', { value: '1' });
    new Batched(site, 'service', { value, require: Thing.ref('package'), subscribe: Thing.ref('config') });
  };

  it('is certain of a refresh that is caused in any case', async () => {
    expect(await plan({}, service('1', true))).to.include({ service: 'will, refresh: will' });
  });

  it("reports 'may' for a refresh if the change that causes it may become unnecessary", async () => {
    expect(await plan({}, service('2', true))).to.include({ service: 'may, refresh: may' });
    expect(await plan({}, service('2', false))).to.include({ service: 'will, refresh: will' });
  });

  it("reports 'may' for a refresh that is unnecessary in the present state, and nothing if the state cannot change", async () => {
    const refreshes = () => false;
    expect(await plan({ refreshes }, service('1', true))).to.include({ service: 'may, refresh: may' });
    expect(await plan({ refreshes }, service('1', false))).not.to.have.property('service');
  });
});
