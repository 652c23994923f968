import { expect } from 'chai';
import {
  Anchor,
  classType,
  compile,
  Exec,
  engine,
  File,
  manifest,
  parameter,
  type ResourceExplanation,
  type Scope,
  Service,
  secret,
  value,
} from '../../../src/index.js';

class Web extends classType(
  'web',
  {
    content: parameter(value.string, 'Text.', { default: 'hello' }),
    password: parameter(value.secretString, 'Secret.'),
  },
  { doc: 'A class.' },
) {
  override declare(): void {
    const { content, password } = this.parameters;
    new File(this, '/etc/web', { content, mode: '0644', before: Anchor.ref('configured') });
    new File(this, '/etc/web.key', { content: password });
    new Anchor(this, 'configured');
    new Service(this, 'web', { ensure: 'running', subscribe: Anchor.ref('configured') });
  }
}

async function explained(
  declare: (site: Scope) => void,
  type: string,
  title: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<ResourceExplanation> {
  const catalog = await compile(manifest(declare), { data });
  const resource = catalog.find(type, title);
  if (resource === undefined) throw new Error(`no ${type}[${title}]`);
  return engine.explainResource(catalog, resource);
}

const sourceOf = ({ values }: ResourceExplanation, name: string) => values.find((one) => one.name === name);

describe('the explanation of a resource', () => {
  it('names what declared it, up to the manifest, with source locations', async () => {
    const { declaredBy } = await explained((site) => new Web(site), 'file', '/etc/web');
    expect(declaredBy.map(({ reference }) => reference)).to.deep.equal(['Class[Web]']);
    expect(declaredBy[0]?.location?.file).to.contain('explain-resource.spec.ts');
  });

  it('names its containers, except for the manifest, and the number of resources in a class', async () => {
    const file = await explained((site) => new Web(site), 'file', '/etc/web');
    expect(file.containedIn).to.deep.equal(['Class[Web]']);
    expect(file.contains).to.equal(undefined);
    const web = await explained((site) => new Web(site), 'class', 'web');
    expect(web).to.deep.include({ declaredBy: [], containedIn: [], contains: 4 });
  });

  it('contains what comes after it without being refreshed, and counts everything', async () => {
    const file = await explained((site) => new Web(site), 'file', '/etc/web');
    expect(file.after.map(({ resource }) => resource)).to.include('Service[web]');
    expect(file.refreshes).to.deep.equal([]);
    expect(file.inAll).to.deep.equal({ before: 0, after: 1 });
  });

  it('distinguishes given values, defaults, titles, and parameters that were passed on', async () => {
    const file = await explained((site) => new Web(site), 'file', '/etc/web');
    expect(sourceOf(file, 'mode')?.source.kind).to.equal('given');
    expect(sourceOf(file, 'path')?.source.kind).to.equal('title');
    expect(sourceOf(file, 'ensure')?.source.kind).to.not.equal('given');
    expect(sourceOf(file, 'content')?.passedOn).to.deep.include({ parameter: 'content', of: 'Class[Web]' });
    expect(sourceOf(file, 'content')?.passedOn?.source.kind).to.equal('default');
  });

  it('distinguishes values of data from defaults', async () => {
    const web = await explained((site) => new Web(site), 'class', 'web', { 'web::content': 'from data' });
    expect(sourceOf(web, 'content')).to.deep.include({ name: 'content', value: 'from data' });
    expect(sourceOf(web, 'content')?.source.kind).to.equal('data');
  });

  it('names the collector that overrode a value, and the one that realized a virtual resource', async () => {
    const file = await explained(
      (site) => {
        new File(site, '/a', { mode: '0644', tag: 'x', virtual: true });
        site.collect(File, { tag: 'x' }).override({ mode: '0600' });
      },
      'file',
      '/a',
    );
    expect(sourceOf(file, 'mode')).to.deep.include({ value: '0600' });
    expect(sourceOf(file, 'mode')?.source).to.deep.include({ kind: 'collector', by: "File<| tag == 'x' |>" });
    expect(file.realizedBy?.collector).to.equal("File<| tag == 'x' |>");
  });

  it('contains the shortest path through anchors and containers, with the origin of each step', async () => {
    const service = await explained((site) => new Web(site), 'service', 'web');
    const [way] = service.before.filter(({ resource }) => resource === 'File[/etc/web]');
    expect(way?.steps.map(({ to, origin, refresh }) => [to, origin, refresh])).to.deep.equal([
      ['Anchor[configured]', 'before', false],
      ['Service[web]', 'subscribe', true],
    ]);
    expect(service.refreshedBy.map(({ resource }) => resource)).to.deep.equal([]);
  });

  it('contains what a change refreshes, through the ends of classes', async () => {
    const file = await explained(
      (site) => {
        const web = new Web(site);
        new Exec(site, '/bin/true', { refreshonly: true, subscribe: web });
      },
      'file',
      '/etc/web.key',
    );
    expect(file.refreshes.map(({ resource }) => resource)).to.deep.equal(['Exec[/bin/true]']);
    expect(file.refreshes[0]?.steps.map(({ origin }) => origin)).to.deep.equal(['contains', 'subscribe']);
    // The service is declared below it in the same class.
    expect(file.inAll.after).to.equal(2);
  });

  it('contains no secret, wherever it was passed on', async () => {
    const body = (site: Scope) => new Web(site, { password: secret('open sesame') });
    for (const [type, title] of [
      ['class', 'web'],
      ['file', '/etc/web.key'],
    ] as const) {
      const text = JSON.stringify(await explained(body, type, title));
      expect(text).to.contain('[redacted]').and.not.to.contain('open sesame');
    }
  });
});
