import { expect } from 'chai';
import { Anchor, Exec, GlanceApiConfig, glance, Package, Resources, Service } from '../../../src/index.js';
import { assertConverges, compile, converge, existingResource } from '../../../src/testing/index.js';
import { failureOf, Thing, things } from '../things.js';

const api = (bind_host: string) =>
  compile((site) => {
    new glance.Api(site, { keystone_password: 'x', bind_host });
  });

describe('converging on a simulated host', () => {
  it('changes what is out of sync, in the order of the graph, and nothing in a second run', async () => {
    const first = await converge(await api('192.0.2.11'));
    expect(first)
      .to.have.changed(Service, 'glance-api')
      .after(GlanceApiConfig, 'DEFAULT/bind_host')
      .after(Package, 'glance-api');
    expect(first).to.have.refreshed(Exec, 'glance-manage db_sync').before(Service, 'glance-api');
    expect(first.failed).to.deep.equal([]);
    expect(await first.again()).to.changeNothing();
    expect(await first.again({ mode: 'plan' })).to.changeNothing();
  });

  it('makes the refreshes that a change of data causes, and no others', async () => {
    const first = await converge(await api('192.0.2.11'));
    const second = await first.next(await api('192.0.2.12'));
    expect(second.changed).to.deep.equal(['Glance_api_config[DEFAULT/bind_host]']);
    expect(second).to.have.refreshed(Service, 'glance-api');
    expect(second).not.to.have.changed(Package, 'glance-api');
  });

  it('begins with the given state', async () => {
    const catalog = await compile((site) => {
      new Service(site, 'glance-api', { ensure: 'running', enable: true });
      new Thing(site, 'there', { value: 'right' });
      new Thing(site, 'wrong', { value: 'right', flag: true });
    });
    const run = await converge(catalog, {
      state: [
        existingResource(Service, 'glance-api', { ensure: 'stopped', enable: true }),
        existingResource(Thing, 'there', { value: 'right' }),
        existingResource(Thing, 'wrong', { value: 'wrong', flag: true }),
      ],
    });
    expect(run.changed).to.deep.equal(['Service[glance-api]', 'Thing[wrong]']);
    expect(run.reportOf('Thing[wrong]')?.changes).to.deep.equal([
      { property: 'value', from: 'wrong', to: 'right' },
    ]);
    expect(run.outcomeOf('Thing[there]')).to.equal('unchanged');
  });

  it('can make a change fail, skips what depends on it, and applies it in the next run', async () => {
    const catalog = await compile((site) => {
      const a = new Thing(site, 'a', { retry: { tries: 5, delay: 60 } });
      const b = new Thing(site, 'b', { subscribe: a });
      new Thing(site, 'c', { require: b });
      new Thing(site, 'apart');
    });
    const run = await converge(catalog, { fail: [Thing.ref('a')] });
    expect(run).to.have.failed(Thing, 'a');
    expect(run.skipped).to.deep.equal(['Thing[b]', 'Thing[c]']);
    expect(run).to.have.changed(Thing, 'apart');
    const next = await run.again();
    expect(next.changed).to.have.members(['Thing[a]', 'Thing[b]', 'Thing[c]']);
    expect(await next.again()).to.changeNothing();
  });

  it('can make a refresh fail, which the next run makes', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'config', { value: '1', notify: Thing.ref('daemon') });
      new Thing(site, 'daemon', { value: 'x' });
    });
    const state = [existingResource(Thing, 'daemon', { value: 'x' })];
    const run = await converge(catalog, { state, fail: [{ refresh: Thing.ref('daemon') }] });
    expect(run).to.have.failed(Thing, 'daemon');
    const next = await run.again();
    expect(next.changed).to.deep.equal([]);
    expect(next).to.have.refreshed(Thing, 'daemon');
  });

  it('can make a read fail', async () => {
    const run = await converge(await compile(things('a', 'b')), { fail: [{ read: Thing.ref('a') }] });
    expect(run.failed).to.deep.equal(['Thing[a]']);
    expect(run.reportOf('Thing[a]')?.reason).to.include('cannot be read');
  });

  it('runs a command once if a condition can show that it ran, and otherwise every time', async () => {
    const guarded = await compile((site) => {
      new Exec(site, '/bin/make', { creates: '/made' });
      new Exec(site, '/bin/later', { refreshonly: true });
    });
    const first = await expect(guarded).to.converge();
    expect(first.changed).to.deep.equal(['Exec[/bin/make]']);
    const unguarded = await compile((site) => void new Exec(site, '/bin/make'));
    const said = await assertConverges(unguarded).catch((error: Error) => error.message);
    expect(said).to.include('does not converge').and.to.include('a second run: Exec[/bin/make] changed');
  });

  it('purges what exists on the host and is not in the catalog', async () => {
    const catalog = await compile((site) => {
      new GlanceApiConfig(site, 'DEFAULT/debug', { value: true });
      new Resources(site, 'glance_api_config', { purge: true });
    });
    const state = [
      existingResource(GlanceApiConfig, 'DEFAULT/debug', { value: true }),
      existingResource(GlanceApiConfig, 'DEFAULT/stray', { value: 'x' }),
    ];
    const run = await converge(catalog, { state });
    expect(run.changed).to.deep.equal(['Resources[glance_api_config]']);
    expect(await run.again()).to.changeNothing();
  });

  it('refuses to make something fail that does not exist', async () => {
    const catalog = await compile(things('alpha'));
    const refusal = await converge(catalog, { fail: [Thing.ref('alpah')] }).catch(
      (error: Error) => error.message,
    );
    expect(refusal).to.include("did you mean 'Thing[alpha]'?");
  });

  it('fails with the actual outcome of the resource', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'a', { value: 'new', before: Thing.ref('b') });
      new Thing(site, 'b');
      new Anchor(site, 'x');
    });
    const run = await converge(catalog, { state: [existingResource(Thing, 'a', { value: 'old' })] });
    expect(failureOf(() => expect(run).to.have.refreshed(Thing, 'a'))).to.equal(
      "Thing[a] was not refreshed: changed: value 'old' → 'new'\n  refreshed were: none",
    );
    expect(failureOf(() => expect(run).to.have.changed(Thing, 'b').before(Thing, 'a'))).to.include(
      'the order was Thing[a], then Thing[b]',
    );
    expect(failureOf(() => expect(run).to.changeNothing())).to.include(
      "Thing[a] changed: value 'old' → 'new'",
    );
    expect(failureOf(() => expect(run).not.to.have.changed(Thing, 'a'))).to.include('not to be changed');
  });
});
