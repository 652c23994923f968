import { expect } from 'chai';
import { GlanceApiConfig, glance, Service, secret } from '../../src/index.js';
import { assertContains, assertLacks, compile, Match } from '../../src/testing/index.js';
import { failureOf, Pair, Thing, things, Wrapped } from './things.js';

describe('what a catalog contains', () => {
  it('can be a type with a title, a class, or any resource of a type', async () => {
    const catalog = await compile((site) => {
      new Pair(site);
      new Wrapped(site, 'box', { value: 'within' });
    });
    expect(catalog).to.contain(Pair).with({ value: 'of the class' });
    expect(catalog).to.contain(Wrapped, 'box').with({ value: 'within' });
    expect(catalog).to.contain(Thing, 'in box').with({ value: 'within' });
    expect(catalog).to.contain(Thing).with({ value: /^with/ });
    expect(catalog).not.to.contain(Thing, 'third');
    expect(catalog).not.to.contain(Service);
    assertContains(catalog, Thing, 'first').with({ value: 'of the class' });
    assertLacks(catalog, glance.Api);
  });

  it('is found by alias and by the name on the host', async () => {
    const catalog = await compile((site) => {
      new Service(site, 'glance-api', { name: 'openstack-glance-api', alias: 'the api' });
    });
    for (const title of ['glance-api', 'openstack-glance-api', 'the api'])
      expect(catalog).to.contain(Service, title).with({ name: 'openstack-glance-api' });
  });

  it("does not change chai's assertions about other values", () => {
    expect([1, 2]).to.contain(1);
    expect('text').to.include('ex').and.not.to.include('no');
    expect({ a: 1, b: 2 }).to.contain.keys('a').and.not.contain.keys('c');
  });

  it('is missing with the names of the closest resources, and their source locations', async () => {
    const catalog = await compile(things('alpha', 'beta', 'gamma', 'delta'));
    const said = failureOf(() => expect(catalog).to.contain(Thing, 'gamna'));
    expect(said).to.match(
      /^the catalog does not contain Thing\[gamna\]; the closest are\n {2}Thing\[gamma\] \(\/.*things\.ts:\d+/,
    );
    expect(said).to.match(/… 4 in total$/);
    const none = failureOf(() => expect(catalog).to.contain(Service, 'alpha'));
    expect(none)
      .to.include('the catalog does not contain any Service')
      .and.to.include('with this title: Thing[alpha]');
    expect(failureOf(() => expect(catalog).to.contain(Pair))).to.include('Class[Site::Pair]');
    expect(failureOf(() => expect(catalog).not.to.contain(Thing, 'beta'))).to.match(
      /^the catalog has Thing\[beta\] \(/,
    );
  });
});

describe('the attributes of a resource', () => {
  it('match as they are written, or as their type normalizes them', async () => {
    const catalog = await compile((site) => {
      new GlanceApiConfig(site, 'DEFAULT/debug', { value: true });
      new GlanceApiConfig(site, 'DEFAULT/workers', { value: 4 });
      new GlanceApiConfig(site, 'DEFAULT/bind_host', { value: '<SERVICE DEFAULT>' });
    });
    for (const value of [true, 'True', ['True']])
      expect(catalog).to.contain(GlanceApiConfig, 'DEFAULT/debug').with({ value });
    for (const value of [4, '4'])
      expect(catalog).to.contain(GlanceApiConfig, 'DEFAULT/workers').with({ value });
    expect(catalog)
      .to.contain(GlanceApiConfig, 'DEFAULT/bind_host')
      .with({ value: '<SERVICE DEFAULT>', ensure: 'absent' });
    expect(() =>
      expect(catalog).to.contain(GlanceApiConfig, 'DEFAULT/debug').with({ value: false }),
    ).to.throw('value: expected false, got true');
  });

  it('are matched by patterns, functions and matchers, in hashes too', async () => {
    const labels = { site: 'north', rack: '12' };
    const catalog = await compile((site) => {
      new Thing(site, 'one', { value: 'some text', flag: true, labels });
    });
    const thing = () => expect(catalog).to.contain(Thing, 'one');
    thing().with({ value: /^some/g, flag: (flag: boolean) => flag, labels });
    thing().with({ labels: { site: /th$/, rack: Match.anything() } });
    thing().with({ labels: Match.like({ rack: '12' }), password: Match.absent() });
    thing().with({ value: Match.oneOf('other', /text/), flag: Match.not(false), password: undefined });
    expect(failureOf(() => thing().with({ labels: { site: 'south' } }))).to.equal(
      failureOf(() => assertContains(catalog, Thing, 'one').with({ labels: { site: 'south' } })),
    );
    expect(failureOf(() => thing().with({ labels: { site: 'south' } })))
      .to.include("  labels.site: expected 'south', got 'north'")
      .and.to.include("  labels.rack: expected nothing, got '12'");
    expect(failureOf(() => thing().with({ labels: Match.like({ rack: /^x/ }) }))).to.include(
      "labels.rack: expected a string that matches /^x/, got '12'",
    );
  });

  it('can be required to be set, or not to be set', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'one', { value: 'a', flag: true });
    });
    const thing = () => expect(catalog).to.contain(Thing, 'one');
    thing().only.with({ value: 'a', flag: true }).and.without(['labels', 'ensure']);
    expect(failureOf(() => thing().only.with({ value: 'a' }))).to.match(/:\n {2}flag: set as well$/);
    expect(failureOf(() => thing().without('value'))).to.include("value: expected nothing, got 'a'");
  });

  it('are shown only for the closest of several resources', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'far', { value: 'x', flag: false });
      new Thing(site, 'near', { value: 'a', flag: false });
    });
    const said = failureOf(() => expect(catalog).to.contain(Thing).with({ value: 'a', flag: true }));
    expect(said).to.match(
      /^none of 2 is as expected; the closest is Thing\[near\] .*\n {2}flag: expected true, got false$/,
    );
  });

  it('are compared in clear if they are secret, and never displayed', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'one', { password: secret('hunter2'), labels: { key: secret('tainted') } as never });
    });
    const thing = () => expect(catalog).to.contain(Thing, 'one');
    thing()
      .with({ password: 'hunter2' })
      .and.with({ password: secret('hunter2') });
    const said = failureOf(() => thing().with({ password: 'letmein', labels: { key: 'other' } as never }));
    expect(said).to.include('[redacted]');
    for (const secretText of ['hunter2', 'tainted', 'letmein', 'other'])
      expect(said).not.to.include(secretText);
  });
});

describe('matchers of lists', () => {
  const holds = async (match: ReturnType<typeof Match.anything>, list: readonly string[]) => {
    const catalog = await compile((site) => {
      new GlanceApiConfig(site, 'a/b', { value: [...list] });
    });
    try {
      expect(catalog).to.contain(GlanceApiConfig, 'a/b').with({ value: match });
      return true;
    } catch {
      return false;
    }
  };

  it('match some members in order, all in any order, or each in the same way', async () => {
    const list = ['file', 'http', 'rbd'];
    expect(await holds(Match.arrayWith(['file', /^r/]), list)).to.equal(true);
    expect(await holds(Match.arrayWith(['rbd', 'file']), list)).to.equal(false);
    expect(await holds(Match.members(['rbd', 'file', 'http']), list)).to.equal(true);
    expect(await holds(Match.members(['rbd', 'file', 'file']), list)).to.equal(false);
    expect(await holds(Match.every(/^[a-z]+$/), list)).to.equal(true);
    expect(await holds(Match.every('file'), list)).to.equal(false);
  });
});
