import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect } from 'chai';
import { addCatalogSecrets } from '../../../src/catalog/add-catalog-secrets.js';
import {
  compile,
  hashOf,
  manifest,
  nativeType,
  parameter,
  type Scope,
  Stage,
  secretString,
  string,
  title,
} from '../../../src/catalog/index.js';
import {
  fromPuppetCatalog,
  type PuppetCatalog,
  toPuppetCatalog,
} from '../../../src/catalog/puppet-format/index.js';
import { vocabulary } from '../../../src/classes/vocabulary.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import {
  Anchor,
  Exec,
  File,
  GlanceApiConfig,
  KeystoneService,
  RabbitmqUser,
} from '../../../src/resources/index.js';
import { Redactor } from '../../../src/secrets/redactor.js';
import { reveal, secret } from '../../../src/secrets/secret.js';
import { makePaint, renderDiagnostic } from '../../../src/views/index.js';
import { casesOf } from '../../parity/cases.js';
import { differences } from '../../parity/differences.js';

const { types } = vocabulary;

function read(resources: readonly unknown[], edges: readonly unknown[] = []) {
  return fromPuppetCatalog({ resources, edges }, { types, file: 'catalog.json' });
}

function refusal(work: () => unknown): GlanceApplyError {
  try {
    work();
  } catch (error) {
    if (GlanceApplyError.is(error)) return error;
  }
  return expect.fail('it was not refused');
}

describe('Writing a catalog in Puppet’s format', () => {
  const find = ({ resources }: PuppetCatalog, title: string) => resources.find((one) => one.title === title);

  it('leaves relationships with whoever states them, and puts chains with their source', async () => {
    const catalog = await compile(
      manifest((site) => {
        const first = new Anchor(site, 'first');
        const second = new Anchor(site, 'second', { require: first });
        site.chain(first).notify(new Anchor(site, 'third', { subscribe: second }));
      }),
    );
    const written = toPuppetCatalog(catalog);
    expect(find(written, 'first')?.parameters).to.deep.equal({ notify: ['Anchor[third]'] });
    expect(find(written, 'second')?.parameters).to.deep.equal({ require: ['Anchor[first]'] });
    expect(find(written, 'third')?.parameters).to.deep.equal({ subscribe: ['Anchor[second]'] });
  });

  it('gives secrets away only where it is asked to, those of secret attributes too', async () => {
    const catalog = await compile(
      manifest((site) => {
        new GlanceApiConfig(site, 'database/connection', { value: secret('mysql://u:pw@h/d'), secret: true });
        new RabbitmqUser(site, 'glance', { password: 'in the clear' });
      }),
    );
    const hidden = JSON.stringify(toPuppetCatalog(catalog));
    expect(hidden).not.to.contain('pw@').and.not.to.contain('in the clear');
    const shown = JSON.stringify(toPuppetCatalog(catalog, { showSecrets: true }));
    expect(shown).to.contain('mysql://u:pw@h/d').and.to.contain('in the clear');
  });

  it('hides all of an attribute with a secret in it, and says nothing of secrets that are not given', async () => {
    class Vault extends nativeType(
      'vault',
      {
        name: title('…'),
        labels: parameter(hashOf(string), '…'),
        token: parameter(secretString, '…', { default: 'guest' }),
      },
      { doc: '…' },
    ) {}
    const labels = { one: secret.text`x=${secret('hidden')}`, other: 'seen' } as never;
    const catalog = await compile(manifest((site) => void new Vault(site, 'a', { labels })));
    expect(find(toPuppetCatalog(catalog), 'a')).to.deep.include({
      parameters: { labels: '[redacted]' },
      sensitive_parameters: ['labels'],
    });
    expect(find(toPuppetCatalog(catalog, { showSecrets: true }), 'a')).to.deep.include({
      parameters: { labels: { one: 'x=hidden', other: 'seen' } },
      sensitive_parameters: ['labels'],
    });
  });

  it('keeps the marker of the service’s default, and says what a title says', async () => {
    const catalog = await compile(
      manifest((site) => {
        new GlanceApiConfig(site, 'DEFAULT/debug', { value: '<SERVICE DEFAULT>' });
        new KeystoneService(site, 'glance::image');
      }),
    );
    const written = toPuppetCatalog(catalog);
    expect(find(written, 'DEFAULT/debug')?.parameters).to.deep.equal({ value: '<SERVICE DEFAULT>' });
    expect(find(written, 'glance::image')?.parameters).to.deep.equal({ name: 'glance', type: 'image' });
  });

  it('names the node where its name is known, and puts the stage there that is there by itself', async () => {
    const body = (site: Scope) => void new Anchor(site, 'a');
    const named = toPuppetCatalog(
      await compile(manifest(body), { facts: { networking: { fqdn: 'n.example' } } }),
    );
    expect(named.name).to.equal('n.example');
    expect(named.resources[0]).to.deep.equal({
      ...{ type: 'Stage', title: 'main', tags: ['main', 'stage'], exported: false, parameters: {} },
    });
    expect(toPuppetCatalog(await compile(manifest(body)))).not.to.have.property('name');
  });

  it('has the main stage once where the manifest declares stages', async () => {
    const catalog = await compile(
      manifest((site) => void new Stage(site, 'first', { before: Stage.ref('main') })),
    );
    const stages = toPuppetCatalog(catalog).resources.filter(({ type }) => type === 'Stage');
    expect(stages.map(({ title }) => title)).to.have.members(['main', 'first']);
  });

  it('carries the version of the format', async () => {
    expect(toPuppetCatalog(await compile(manifest(() => {})))).to.include({ catalog_format: 1 });
  });

  it('sorts the tags', async () => {
    const catalog = await compile(
      manifest((site) => void new File(site, '/x', { tag: ['zoo', 'alpha', 'middle'] })),
    );
    const tags = find(toPuppetCatalog(catalog), '/x')?.tags ?? [];
    expect(tags)
      .to.include.members(['zoo', 'alpha', 'middle'])
      .and.to.deep.equal([...tags].sort());
  });

  it('says where each resource was declared', async () => {
    const catalog = await compile(manifest((site) => void new File(site, '/x', { ensure: 'directory' })));
    const file = find(toPuppetCatalog(catalog), '/x');
    expect(file?.file).to.match(/puppet-format\.feature\.spec\.ts$/);
    expect(file?.line).to.be.greaterThan(1);
  });
});

describe('Reading a catalog in Puppet’s format', () => {
  it('brings Puppet’s own catalogs through unchanged', () => {
    for (const { name, catalog } of casesOf('zed').filter(({ name }) => /seed|aio|identity/.test(name))) {
      const again = toPuppetCatalog(fromPuppetCatalog(catalog, { types }), { showSecrets: true });
      expect(differences(catalog, again), name).to.deep.equal([]);
    }
  });

  it('takes relationships as texts and as lists', () => {
    const catalog = read([
      { type: 'Anchor', title: 'a', parameters: { before: 'Anchor[b]' } },
      { type: 'Anchor', title: 'b', parameters: { require: [['Anchor[a]']] } },
    ]);
    expect(catalog.relations.map(({ source, target }) => [source, target])).to.deep.equal([
      [1, 2],
      [1, 2],
    ]);
  });

  it('turns Sensitive into secrets', () => {
    const value = { __ptype: 'Sensitive', __pvalue: 'hidden' };
    const catalog = read([{ type: 'Glance_api_config', title: 'a/b', parameters: { value } }]);
    expect(catalog.find('glance_api_config', 'a/b')?.secrets.has('value')).to.equal(true);
    expect(JSON.stringify(toPuppetCatalog(catalog))).not.to.contain('hidden');
  });

  it('turns what a resource names as sensitive into secrets', () => {
    const catalog = read([
      {
        type: 'File',
        title: '/x',
        parameters: { content: 'hidden', owner: 'root' },
        sensitive_parameters: ['content', 'mode'],
      },
      { type: 'Class', title: 'A', parameters: { password: 'hidden' }, sensitive_parameters: ['password'] },
    ]);
    const file = catalog.find('file', '/x');
    expect([...(file?.secrets ?? [])]).to.deep.equal(['content']);
    expect(reveal(file?.desired.content)).to.equal('hidden');
    expect(inspect(catalog, { depth: 9 }) + JSON.stringify(catalog)).not.to.contain('hidden');
  });

  it('marks secrets in clear, so that a catalog that is read again hides them', async () => {
    const catalog = await compile(
      manifest((site) => {
        new GlanceApiConfig(site, 'DEFAULT/x', { value: 'hidden one', secret: true });
        new RabbitmqUser(site, 'glance', { password: 'hidden two' });
        new Exec(site, '/bin/true', { environment: ['A=b', secret.text`P=${secret('hidden three')}`] });
        new File(site, '/x', { owner: secret('hidden four') });
      }),
    );
    const written = JSON.stringify(toPuppetCatalog(catalog, { showSecrets: true }));
    expect(written.match(/hidden/g)).to.have.length(4);
    const again = fromPuppetCatalog(JSON.parse(written), { types });
    expect(inspect(again, { depth: 9 }) + JSON.stringify(again)).not.to.contain('hidden');
    expect(addCatalogSecrets(new Redactor(), again.resources).text(written)).not.to.contain('hidden');
    const rewritten = toPuppetCatalog(again, { showSecrets: true }).resources;
    expect(rewritten.slice(2)).to.deep.equal(JSON.parse(written).resources.slice(2));
  });

  it('names every resource of an unknown type, at its own place', () => {
    const { diagnostics } = refusal(() =>
      read([
        { type: 'Glance_api_confg', title: 'a/b', file: '/etc/site.pp', line: 7, parameters: {} },
        { type: 'Floppy', title: 'x', parameters: {} },
      ]),
    );
    expect(diagnostics).to.have.length(2);
    expect(diagnostics[0]?.location).to.deep.equal({ file: '/etc/site.pp', line: 7, unquoted: true });
    expect(diagnostics[0]?.hint).to.contain('glance_api_config');
  });

  it('takes for a class, a stage or an instance of a defined type what says so, has colons or contains something', () => {
    const resources = [
      { type: 'Class', title: 'Some::Class' },
      { type: 'Stage', title: 'early' },
      { type: 'Module::Defined', title: 'a' },
      { type: 'Plain', title: 'b', kind: 'definition' },
      { type: 'Holder', title: 'c' },
      { type: 'Anchor', title: 'd' },
    ];
    const { find } = read(resources, [{ source: 'Holder[c]', target: 'Anchor[d]' }]);
    for (const { type, title } of resources)
      expect(find(type.toLowerCase(), title === 'Some::Class' ? 'some::class' : title), type).not.to.equal(
        undefined,
      );
    const unknown = [{ type: 'Plain', title: 'b', kind: 'compilable_type' }];
    expect(refusal(() => read(unknown)).diagnostics[0]?.code).to.equal('type.unknown');
  });

  it('holds attributes against the type', () => {
    const { message } = refusal(() =>
      read([{ type: 'Rabbitmq_user', title: 'x', file: '/m.pp', line: 3, parameters: { admin: 'perhaps' } }]),
    );
    expect(message).to.contain('/m.pp:3').and.to.contain('admin must be true or false');
  });

  it('says of a file that ends too early that it was cut off', () => {
    const text = JSON.stringify({ resources: [{ type: 'Anchor', title: 'a' }], edges: [] });
    const { diagnostics } = refusal(() => fromPuppetCatalog(text.slice(0, -9), { types, file: 'c.json' }));
    expect(diagnostics[0]?.message).to.contain('cut off');
    expect(diagnostics[0]?.location?.file).to.equal('c.json');
  });

  it('says in which line a file ends too early, or is no JSON', () => {
    const locationOf = (text: string) =>
      refusal(() => fromPuppetCatalog(text, { types, file: 'c.json' })).diagnostics[0];
    expect(locationOf('{\n"resources": [\n\n  ')).to.deep.include({ location: { file: 'c.json', line: 2 } });
    expect(locationOf('{\n"a": 1,\n,\n}\n')).to.deep.include({ location: { file: 'c.json', line: 3 } });
    expect(locationOf('{\n"a": 1,\n,\n}\n')?.message).to.contain('not valid JSON');
  });

  it('reads a file that begins with a mark of its byte order', () => {
    const text = `\uFEFF${JSON.stringify({ resources: [{ type: 'Anchor', title: 'a' }] })}`;
    expect(fromPuppetCatalog(text, { types }).find('anchor', 'a')).not.to.equal(undefined);
  });

  it('takes a catalog out of what older tools wrap it in', () => {
    const inner = { resources: [{ type: 'Anchor', title: 'inner' }] };
    const outer = { resources: [{ type: 'Anchor', title: 'outer' }], data: inner };
    const titles = (source: unknown) =>
      fromPuppetCatalog(source, { types }).resources.map(({ title }) => title);
    expect(titles({ document_type: 'Catalog', data: inner })).to.include('inner');
    expect(titles(outer)).to.include('outer').and.not.to.include('inner');
  });

  it('keeps a class in every class that contains it', () => {
    const catalog = read(
      [
        { type: 'Class', title: 'One' },
        { type: 'Class', title: 'Two' },
        { type: 'Class', title: 'Inner' },
      ],
      [
        { source: 'Class[One]', target: 'Class[Inner]' },
        { source: 'Class[Two]', target: 'Class[Inner]' },
      ],
    );
    const containers = catalog.find('class', 'inner')?.containers ?? [];
    expect(containers.map((index) => catalog.resources[index]?.reference)).to.include.members([
      'Class[One]',
      'Class[Two]',
    ]);
  });

  it('passes over edges that lead from or to nothing', () => {
    const resources = [
      { type: 'Anchor', title: 'a' },
      { type: 'Anchor', title: 'b' },
    ];
    const edges = [{ source: 'Anchor[a]' }, { target: 'Anchor[b]' }, 'Anchor[a]', null];
    expect(read(resources, edges).relations).to.deep.equal([]);
    const { relations } = fromPuppetCatalog({ resources, edges: { source: 'Anchor[a]' } }, { types });
    expect(relations).to.deep.equal([]);
  });

  it('names a resource without a type, a title or a hash of parameters by its number', () => {
    const good = { type: 'Anchor', title: 'a', parameters: null, sensitive_parameters: null };
    for (const bad of [
      { title: 'b' },
      { type: 'Anchor' },
      { ...good, parameters: ['x'] },
      { ...good, parameters: 'x' },
      { ...good, sensitive_parameters: 'x' },
      'Anchor[b]',
    ]) {
      const [diagnostic] = refusal(() => read([good, bad])).diagnostics;
      expect(diagnostic?.message, JSON.stringify(bad)).to.contain('resource 2 of the catalog lacks');
      expect(diagnostic?.location).to.deep.equal({ file: 'catalog.json', line: 1 });
    }
  });

  it('reads the versions of the format that it knows, and refuses others', () => {
    const resources = [{ type: 'Anchor', title: 'a' }];
    for (const catalog_format of [1, 2, null, undefined])
      expect(fromPuppetCatalog({ catalog_format, resources }, { types }).find('anchor', 'a')).to.be.an(
        'object',
      );
    for (const catalog_format of [0, 3, '1', {}]) {
      const [diagnostic] = refusal(() =>
        fromPuppetCatalog({ catalog_format, resources }, { types, file: 'catalog.json' }),
      ).diagnostics;
      expect(diagnostic?.code, String(catalog_format)).to.equal('catalog.version');
      expect(diagnostic?.location).to.deep.equal({ file: 'catalog.json', line: 1 });
    }
  });

  it('says of other JSON that it is no catalog', () => {
    expect(refusal(() => fromPuppetCatalog('{"a": 1}', { types })).message).to.contain(
      'no list of resources',
    );
    expect(refusal(() => fromPuppetCatalog('{"resources": [{"type": 1}]}', { types })).message).to.contain(
      'resource 1',
    );
  });
});

describe('The file and the line that a catalog names', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'glance-apply-quoted-'));
    mkdirSync(join(folder, 'site/manifests'), { recursive: true });
    writeFileSync(join(folder, 'site/manifests/init.pp'), 'the line beside\n');
    writeFileSync(join(folder, 'shadow'), 'root:hash\n');
    symlinkSync('../shadow', join(folder, 'site/link.pp'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const shown = (file: unknown, line: unknown = 1) => {
    const resources = [{ type: 'No_such_type', title: 'x', file, line, parameters: {} }];
    const { diagnostics } = refusal(() =>
      fromPuppetCatalog({ resources, edges: [] }, { types, file: join(folder, 'site/catalog.json') }),
    );
    const style = { paint: makePaint(false), width: 200, directory: '/' };
    return diagnostics.map((one) => renderDiagnostic(one, style)).join('\n');
  };

  it('are quoted where the file lies with the catalog', () => {
    expect(shown(join(folder, 'site/manifests/init.pp'))).to.match(/init\.pp:1\n +1 \| the line beside/);
  });

  it('are named and not quoted where it lies elsewhere, or is a link that leads there', () => {
    for (const file of ['shadow', 'site/../shadow', 'site/link.pp']) {
      const text = shown(join(folder, file));
      expect(text).to.match(/:1(\n|$)/);
      expect(text, file).not.to.include('hash');
    }
  });

  it('do no harm where they are no file and no line, or would speak to the terminal', () => {
    expect(shown({ a: 1 }, [])).to.include('catalog.json:1');
    expect(shown(join(folder, 'site/manifests/init.pp'), 'x')).to.include('init.pp:1');
    expect(shown('/tmp/\u001b[31mred')).to.include('\\e[31mred').and.not.to.include('\u001b');
  });
});
