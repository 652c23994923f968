import { expect } from 'chai';
import { definedType, parameter, string } from '../../src/catalog/index.js';
import { ensureDefined } from '../../src/errors/ensure-defined.js';
import type { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { compileFleet } from '../../src/fleet/compile-fleet.js';
import { fleet } from '../../src/fleet/fleet.js';
import { File, Notify, Service } from '../../src/resources/index.js';
import { compile } from '../../src/testing/index.js';

class Backend extends definedType('spec::backend', { port: parameter(string, '…') }, { doc: '…' }) {
  override declare(): void {
    new File(this, `/etc/haproxy/${this.title}`, { content: this.parameters.port ?? '' });
  }
}

const hosts = { lb: {}, web01: { groups: ['web'] }, web02: { groups: ['web'] } };

describe('exported resources', () => {
  it('are in the catalogs of the hosts that collect them, and not in that of their own host', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => void node.collectExported(Notify));
      all.group('web', (node, { name }) => void new Notify(node, name, { exported: true }));
    });
    const { catalogs } = await compile(site, { hosts });
    const found = [...catalogs].map(([name, one]) => [
      name,
      one.resources.filter(({ type }) => type === 'notify').map(({ title: what }) => what),
    ]);
    expect(found).to.deep.equal([
      ['lb', ['web01', 'web02']],
      ['web01', []],
      ['web02', []],
    ]);
  });

  it('are collected on their own host, too', async () => {
    const site = fleet((all) => {
      all.host('lb', () => {});
      all.group('web', (node, { name }) => {
        new Notify(node, name, { exported: true });
        node.collectExported(Notify);
      });
    });
    const { catalogs } = await compile(site, { hosts });
    expect(ensureDefined(catalogs.get('web01'))).to.contain(Notify, 'web01');
    expect(ensureDefined(catalogs.get('web01'))).to.contain(Notify, 'web02');
  });

  it('are found by a query, changed by overrides, and ordered with their collector', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => {
        const collector = node.collectExported(Notify, { tag: 'one' }).override({ message: 'changed' });
        new Service(node, 'haproxy', { subscribe: collector });
      });
      all.group('web', (node, { name }) => {
        new Notify(node, name, { exported: true, tag: name === 'web01' ? 'one' : 'two' });
      });
    });
    const { catalogs } = await compile(site, { hosts });
    const lb = ensureDefined(catalogs.get('lb'));
    expect(lb).to.contain(Notify, 'web01').with({ message: 'changed' });
    expect(lb).to.contain(Service, 'haproxy').that.subscribesTo(Notify.ref('web01'));
    expect(lb.find('notify', 'web02')).to.equal(undefined);
  });

  it('may be instances of defined types, whose content is declared where they are collected', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => void node.collectExported(Backend));
      all.group('web', (node, { name }) => void new Backend(node, name, { port: '80', exported: true }));
    });
    const { catalogs } = await compile(site, { hosts });
    expect(ensureDefined(catalogs.get('lb')))
      .to.contain(File, '/etc/haproxy/web02')
      .with({ content: '80' });
    expect(catalogs.get('web02')?.find('file', '/etc/haproxy/web02')).to.equal(undefined);
  });

  it('keep a relation with a resource object of their host', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => void node.collectExported(Notify));
      all.group('web', (node, { name }) => {
        new Notify(node, name, { exported: true, require: new Service(node, 'api') });
      });
    });
    const { edges } = await compile(site, { hosts });
    expect(
      edges.map(({ source, target }) => [source.host, source.reference, target.reference]),
    ).to.deep.equal([
      ['web01', 'Service[api]', 'Notify[web01]'],
      ['web02', 'Service[api]', 'Notify[web02]'],
    ]);
  });

  it('are an error if two hosts export the same one to a third, with both locations', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => void node.collectExported(Notify));
      all.group('web', (node) => void new Notify(node, 'same', { exported: true }));
    });
    const error = await compile(site, { hosts }).then(
      () => undefined,
      (thrown: GlanceApplyError) => thrown.diagnostics[0],
    );
    expect(error?.code).to.equal('resource.duplicate');
    expect(error?.location?.file).to.match(/exporting\.feature\.spec\.ts$/);
    expect(error?.related?.[0]?.location?.file).to.match(/exporting\.feature\.spec\.ts$/);
  });

  it('are missing with a warning if their host has no catalog', async () => {
    const site = fleet((all) => {
      all.host('lb', (node) => void node.collectExported(Notify));
      all.group('web', (node, { name }) => void new Notify(node, name, { exported: true }));
    });
    const inventory = new Map(
      Object.entries(hosts).map(([name, rest]) => [name, { name, groups: [], ...rest }]),
    );
    const catalog = await compileFleet(site, {
      inventory: { hosts: inventory },
      optionsOf: ({ name }) => (name === 'web02' ? undefined : {}),
    });
    expect(catalog.warnings.map(({ code, message }) => [code, message])).to.deep.equal([
      [
        'fleet.incomplete-exports',
        'Notify<<|  |>> on lb does not find what web02 may export: there is no catalog',
      ],
    ]);
    expect([...catalog.omitted]).to.deep.equal(['web02']);
  });

  it('are collected within one host if there are no others', async () => {
    const catalog = await compile((site) => {
      new Notify(site, 'a', { exported: true });
      new Notify(site, 'b', { virtual: true });
      site.collectExported(Notify);
    });
    expect(catalog).to.contain(Notify, 'a');
    expect(catalog.find('notify', 'b')).to.equal(undefined);
  });
});
