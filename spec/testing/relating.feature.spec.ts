import { expect } from 'chai';
import { Anchor, File, GlanceApiConfig, glance, Package, Service } from '../../src/index.js';
import { assertCompilesWithAllDependencies, compile } from '../../src/testing/index.js';
import { failureOf, Pair, Thing, things } from './things.js';

describe('the relations of a resource', () => {
  it('match directly, from both ends', async () => {
    const catalog = await compile((site) => {
      const first = new Thing(site, 'first');
      new Thing(site, 'second', { require: first });
      new Thing(site, 'third', { subscribe: Thing.ref('second') });
    });
    expect(catalog)
      .to.contain(Thing, 'first')
      .that.comesBefore(Thing, 'second')
      .and.comesBefore(Thing.ref('third'));
    expect(catalog)
      .to.contain(Thing, 'third')
      .that.requires(Thing, 'first')
      .and.subscribesTo(Thing, 'second');
    expect(catalog).to.contain(Thing, 'second').that.notifies(Thing, 'third');
  });

  it('match through anchors, classes and automatic relations', async () => {
    const catalog = await compile((site) => {
      new Pair(site, { require: Anchor.ref('begin') });
      new Anchor(site, 'begin');
      new Thing(site, 'last', { subscribe: Pair.ref() });
      new File(site, '/srv/images', { ensure: 'directory' });
      new File(site, '/srv', { ensure: 'directory' });
    });
    expect(catalog).to.contain(Thing, 'second').that.requires(Anchor, 'begin').and.notifies(Thing, 'last');
    expect(catalog).to.contain(Thing, 'last').that.requires(Pair).and.subscribesTo(Thing, 'first');
    expect(catalog).to.contain(File, '/srv/images').that.requires(File, '/srv');
  });

  it('match in a real catalog', async () => {
    const catalog = await compile((site) => {
      new glance.Api(site, { keystone_password: 'x', bind_host: '192.0.2.11' });
    });
    expect(catalog)
      .to.contain(Service, 'glance-api')
      .that.subscribesTo(GlanceApiConfig, 'DEFAULT/bind_host')
      .and.requires(Package, 'glance-api');
  });

  it('fail with the actual path, or with what is next to the resource', async () => {
    const catalog = await compile((site) => {
      new Thing(site, 'first', { before: Thing.ref('second') });
      new Thing(site, 'second');
      new Thing(site, 'alone');
    });
    const thing = (name: string) => expect(catalog).to.contain(Thing, name);
    expect(failureOf(() => thing('first').that.requires(Thing, 'second'))).to.include(
      'it is not applied after Thing[second]: the order is reversed: Thing[first] -> Thing[second]',
    );
    expect(failureOf(() => thing('first').that.notifies(Thing, 'second'))).to.include(
      'it does not refresh Thing[second]: they are ordered, but a refresh does not propagate: Thing[first] -> Thing[second]',
    );
    expect(failureOf(() => thing('second').that.requires(Thing, 'alone')))
      .to.include('they are not ordered')
      .and.to.include('directly before it: Thing[first]');
    expect(failureOf(() => thing('second').that.requires(Thing, 'frist'))).to.include(
      'the catalog does not contain Thing[frist]; the closest are\n  Thing[first]',
    );
  });
});

describe('a catalog that compiles', () => {
  it('has no cycle', async () => {
    const sound = await compile(things('a', 'b'));
    const cyclic = await compile((site) => {
      new Thing(site, 'a', { before: Thing.ref('b') });
      new Thing(site, 'b', { before: Thing.ref('a') });
    });
    expect(sound).to.compile;
    expect(sound).to.compile.with.allDependencies();
    expect(cyclic).not.to.compile;
    expect(failureOf(() => expect(cyclic).to.compile)).to.include('Thing[a]');
    expect(failureOf(() => expect(sound).not.to.compile)).to.equal('the catalog has no cycle');
  });

  it('contains everything that it refers to', async () => {
    const catalog = await compile(things('a', 'b'));
    const relation = {
      source: 1,
      target: 99,
      refresh: false,
      origin: 'before',
      location: undefined,
    } as const;
    const torn = { ...catalog, relations: [relation] };
    expect(failureOf(() => assertCompilesWithAllDependencies(torn))).to.include(
      'a relation between Thing[a] and nothing',
    );
  });
});

describe('the counts of a catalog', () => {
  it('are those of a type, of all resources except classes, and of classes', async () => {
    const catalog = await compile((site) => {
      new Pair(site);
      things('a', 'b')(site);
      new Anchor(site, 'x');
    });
    expect(catalog).to.have.resourceCount(Thing, 4);
    expect(catalog).to.have.resourceCount(5).and.classCount(1);
    expect(failureOf(() => expect(catalog).to.have.resourceCount(Thing, 3)))
      .to.include('4 resources of the type thing, not 3')
      .and.to.include('Thing[first]');
    expect(failureOf(() => expect(catalog).to.have.resourceCount(1))).to.include('\n  thing: 4\n  anchor: 1');
    expect(failureOf(() => expect(catalog).to.have.classCount(0))).to.include('Class[Site::Pair]');
  });
});
