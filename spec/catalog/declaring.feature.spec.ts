import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { classType } from '../../src/catalog/index.js';
import type { Release } from '../../src/data/releases.js';
import { type Diagnostic, problem, warning } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { reveal, secret } from '../../src/secrets/secret.js';
import { compiled, errorsOf, Inner, Item, Outer, Pair } from './sample.js';

const here = fileURLToPath(import.meta.url);

describe('declaring a resource', () => {
  it('checks, munges and completes its attributes', async () => {
    const catalog = await compiled((site) => {
      new Item(site, '/a', { text: 12 as never, on: 'false' as never, list: 'one' });
    });
    expect(catalog.find('item', '/a')?.desired).to.deep.equal({
      path: '/a',
      text: '12',
      on: false,
      list: ['one'],
    });
  });

  it('refuses a second one of the same title, and names both places', async () => {
    const [diagnostic, ...others] = await errorsOf((site) => {
      new Item(site, 'a');
      new Item(site, 'a');
    });
    expect(others).to.deep.equal([]);
    expect(diagnostic?.code).to.equal('resource.duplicate');
    expect(diagnostic?.location).to.include({ file: here });
    expect(diagnostic?.related?.[0]?.location?.line).to.equal((diagnostic?.location?.line as number) - 1);
  });

  it('refuses a second one with another title and the same name', async () => {
    const [diagnostic] = await errorsOf((site) => {
      new Item(site, 'a', { path: '/same' });
      new Item(site, 'b', { path: '/same' });
    });
    expect(diagnostic?.message).to.equal("Item[b] and Item[a] are both about '/same'");
  });

  it('finds it by its name and its aliases as well as by its title', async () => {
    const catalog = await compiled((site) => {
      new Item(site, 'a', { path: '/name', alias: ['other'] });
      new Item(site, 'b', { require: [Item.ref('/name'), 'Item[other]'] });
    });
    expect(catalog.relations).to.have.length(2);
    expect(catalog.find('item', 'other')?.title).to.equal('a');
  });

  it('refuses an unknown parameter, a wrong value and a dangling reference all at once, each with its place', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'a', { txet: 'x', on: 3, require: 'Item[bb]' } as never);
      new Item(site, 'b');
    });
    expect(found.map(({ message, hint }) => [message, hint])).to.deep.equal([
      ["Item[a] has no parameter named 'txet'", "did you mean 'text'?"],
      ['Item[a]: on must be true or false, not 3', undefined],
      ['Item[a]: require names Item[bb], which nothing declares', "did you mean 'b'?"],
    ]);
    for (const { location } of found) expect(location?.file).to.equal(here);
  });

  it('never quotes a secret that is refused', async () => {
    const [diagnostic] = await errorsOf(
      (site) => void new Item(site, 'a', { on: secret('hunter2') as never }),
    );
    expect(diagnostic?.message).to.equal('Item[a]: on must be true or false, not [redacted]');
  });

  it('refuses a secret that was put into a text by hand, where it has lost its value', async () => {
    const password = secret('hunter2');
    const [diagnostic] = await errorsOf((site) => void new Item(site, 'a', { text: `password=${password}` }));
    expect(diagnostic?.hint).to.contain('secret.text');
    const catalog = await compiled(
      (site) => void new Item(site, 'a', { text: secret.text`password=${password}` }),
    );
    expect(reveal(catalog.find('item', 'a')?.desired.text)).to.equal('password=hunter2');
  });

  it('quotes no value that is a secret elsewhere in the manifest', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'a', { text: secret('hunter2secret') });
      new Item(site, 'b', { list: [{ hunter2secret: 1 }] as never });
    });
    expect(found).to.have.length(1);
    expect(found[0]?.message).to.contain('[redacted]').and.not.to.contain('hunter2secret');
  });

  it('keeps secrets tainted until a provider reveals them', async () => {
    const catalog = await compiled((site) => void new Item(site, 'a', { text: secret('hunter2') }));
    const item = catalog.find('item', 'a');
    expect(JSON.stringify(item?.parameters)).to.equal('{"text":"[redacted]"}');
    expect(reveal(item?.desired.text)).to.equal('hunter2');
    expect([...(item?.secrets ?? [])]).to.deep.equal(['text']);
  });

  it('compiles two manifests at once without mixing them', async () => {
    const bodies = ['a', 'b'].map((name) => compiled((site) => void new Item(site, name)));
    const titles = (await Promise.all(bodies)).map(({ resources }) => resources.map(({ title }) => title));
    expect(titles).to.deep.equal([
      ['main', 'a'],
      ['main', 'b'],
    ]);
  });
});

describe('declaring a class', () => {
  it('is there once, however often it is included', async () => {
    const catalog = await compiled((site) => {
      site.include(Inner);
      site.include(Outer);
      site.include(Inner);
    });
    expect(catalog.resources.map(({ reference }) => reference)).to.deep.equal([
      'Class[Main]',
      'Class[Sample::Inner]',
      'Class[Sample::Outer]',
      'Item[inner]',
      'Item[outer]',
    ]);
  });

  it('takes parameters from the manifest, then from data, then from its defaults, wherever it is included before', async () => {
    const textOf = async (body: Parameters<typeof compiled>[0], data = {}) =>
      (await compiled(body, { data })).find('item', 'inner')?.desired.text;
    const data = { 'sample::inner::text': 'data' };
    expect(await textOf((site) => void site.include(Outer))).to.equal('default');
    expect(await textOf((site) => void site.include(Outer), data)).to.equal('data');
    const given = await textOf((site) => {
      site.include(Outer);
      new Inner(site, { text: 'given' });
    }, data);
    expect(given).to.equal('given');
  });

  it('refuses a second declaration with parameters', async () => {
    const [diagnostic] = await errorsOf((site) => {
      new Inner(site, { text: 'a' });
      new Inner(site, { text: 'b' });
    });
    expect(diagnostic?.message).to.equal('Class[Sample::Inner] is declared a second time');
  });

  it('gives what a library class declares the place where the class was declared', async () => {
    const catalog = await compiled((site) => void new Pair(site, 'p'));
    expect(catalog.find('item', 'p one')?.location?.file).to.match(/sample\.ts$/);
  });

  it('tells what it found before the manifest threw, and that it did', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'one');
      new Item(site, 'one');
      throw new TypeError('no luck');
    });
    expect(found.map(({ message, location }) => [message, location?.file])).to.deep.equal([
      ['Item[one] is declared a second time', here],
      ['the manifest threw while it was compiled: TypeError: no luck', here],
    ]);
  });

  it('reports what a body throws at the place of the class, and goes on with the others', async () => {
    class Refusing extends classType('sample::refusing', {}, { doc: '…' }) {
      override declare(): void {
        this.fail('one of the two is enough', 'leave one out');
      }
    }
    class Broken extends classType('sample::broken', {}, { doc: '…' }) {
      override declare(): void {
        throw new TypeError('undefined is no function');
      }
    }
    const found = await errorsOf((site) => {
      new Refusing(site);
      new Broken(site);
    });
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Class[Sample::Refusing]: one of the two is enough',
      'Class[Sample::Broken] failed while it was compiled: undefined is no function',
    ]);
    expect(found[0]).to.include({ hint: 'leave one out' });
  });

  it('reports all that an error of the library says which a body throws, as an error where it only warns', async () => {
    const elsewhere = { file: '/data.yaml', line: 3 };
    const throwing = (name: string, ...diagnostics: Diagnostic[]) =>
      class extends classType(name, {}, { doc: '…' }) {
        override declare(): void {
          throw new GlanceApplyError(diagnostics);
        }
      };
    const Refused = throwing(
      'sample::refused',
      problem('data.form', 'one is wrong', { location: elsewhere }),
      problem('data.form', 'another is wrong'),
    );
    const Warned = throwing('sample::warned', warning('data.form', 'all is odd'));
    const found = await errorsOf((site) => {
      new Refused(site);
      new Warned(site);
    });
    expect(found.map(({ message, severity, location }) => [message, severity, location?.file])).to.deep.equal(
      [
        ['one is wrong', 'error', elsewhere.file],
        ['another is wrong', 'error', here],
        ['Class[Sample::Warned] failed while it was compiled: all is odd', 'error', here],
      ],
    );
  });

  it('says when it is declared in a release that does not have it', async () => {
    const lived = (name: string, span: { since?: Release; until?: Release; replacedBy?: string }) =>
      class extends classType(name, {}, { doc: '…', ...span }) {
        override declare(): void {
          new Item(this, `of ${name}`);
        }
      };
    const Ended = lived('sample::ended', { since: 'newton', until: 'ussuri' });
    const Young = lived('sample::young', { since: '2024.1' });
    const Replaced = lived('sample::replaced', { until: 'xena', replacedBy: 'use the other' });
    const options = { release: 'zed' };
    const said = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map(({ message, hint }) => [message, hint]);
    const found = await errorsOf((site) => {
      new Ended(site);
      new Young(site);
    }, options);
    expect(said(found)).to.deep.equal([
      [
        'Class[Sample::Ended] ended with ussuri, and this node is zed',
        'leave it out, or set openstack_release',
      ],
      [
        'Class[Sample::Young] begins with 2024.1, and this node is zed',
        'leave it out, or set openstack_release',
      ],
    ]);
    const catalog = await compiled((site) => void new Replaced(site), options);
    expect(said(catalog.warnings)).to.deep.equal([
      ['Class[Sample::Replaced] ended with xena, and this node is zed: it is left out', 'use the other'],
    ]);
    expect(catalog.find('item', 'of sample::replaced')).to.equal(undefined);
  });
});
