import { inspect } from 'node:util';
import { expect } from 'chai';
import { classType, definedType, parameter, type Scope, string } from '../../src/catalog/index.js';
import { secret } from '../../src/secrets/secret.js';
import { compiled, errorsOf, Inner, Item, Pair } from './sample.js';

describe('the title of a resource and the name of the thing on the host', () => {
  it('may be those of two resources in turn, as long as the things are two', async () => {
    const { find } = await compiled((site) => {
      new Item(site, '/a', { path: '/b' });
      new Item(site, '/b', { path: '/c' });
    });
    // The title goes before the name: it is what the manifest calls it.
    expect(find('item', '/b')?.name).to.equal('/c');
    expect(find('item', '/a')?.name).to.equal('/b');
    expect(find('item', '/c')?.title).to.equal('/b');
  });

  it('are refused if two resources manage one thing, by title or by name', async () => {
    const pairs: readonly [string, string | undefined, string, string | undefined][] = [
      ['/a', undefined, 'other', '/a'],
      ['other', '/a', '/a', undefined],
      ['one', '/a', 'other', '/a'],
      ['/a', '/b', '/b', undefined],
    ];
    for (const [first, firstPath, second, secondPath] of pairs) {
      const found = await errorsOf((site) => {
        new Item(site, first, { path: firstPath });
        new Item(site, second, { path: secondPath });
      });
      expect(
        found.map(({ code }) => code),
        `${first} and ${second}`,
      ).to.deep.equal(['resource.alias']);
    }
  });

  it('are both taken by references, the title first', async () => {
    const catalog = await compiled((site) => {
      new Item(site, 'one', { path: '/a' });
      new Item(site, 'other', { require: Item.ref('/a') });
    });
    expect(catalog.relations.map(({ source }) => catalog.resources[source]?.reference)).to.deep.equal([
      'Item[one]',
    ]);
  });

  it('refuse an alias that is the title of another resource', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'a', { path: '/a' });
      new Item(site, 'b', { alias: 'a' });
    });
    expect(found.map(({ code }) => code)).to.deep.equal(['resource.alias']);
  });
});

class Renamed extends classType(
  'renamed',
  {
    old: parameter(string, 'As it was called.', {
      until: 'ocata',
      became: { name: 'fresh', translate: (value) => String(value).toUpperCase() },
    }),
    older: parameter(string, 'As it was called before that.', { until: 'mitaka', became: { name: 'fresh' } }),
    fresh: parameter(string, 'As it is called.', { since: 'pike', default: 'none' }),
  },
  { doc: 'A class with a parameter that has another name now.' },
) {
  override declare(): void {
    new Item(this, 'said', { text: this.parameters.fresh ?? this.parameters.old });
  }
}

describe('a parameter that has another name in the release', () => {
  const said = async (given: Readonly<Record<string, string>>) =>
    (await compiled((site) => void new Renamed(site, given), { release: 'zed' })).find('item', 'said')
      ?.desired.text;

  it('is translated, with a warning', async () => {
    const catalog = await compiled((site) => void new Renamed(site, { old: 'x' }), { release: 'zed' });
    expect(catalog.find('item', 'said')?.desired.text).to.equal('X');
    expect(catalog.warnings.map(({ code }) => code)).to.deep.equal(['attribute.renamed']);
  });

  it('may be given under both names, in either order, where both say the same', async () => {
    expect(await said({ old: 'x', fresh: 'X' })).to.equal('X');
    expect(await said({ fresh: 'X', old: 'x' })).to.equal('X');
  });

  it('is refused under both names if their values differ, in either order', async () => {
    for (const given of [
      { old: 'x', fresh: 'y' },
      { fresh: 'y', old: 'x' },
    ]) {
      const [diagnostic, ...others] = await errorsOf((site) => void new Renamed(site, given), {
        release: 'zed',
      });
      expect(others).to.deep.equal([]);
      expect(diagnostic).to.include({
        code: 'attribute.both',
        message: "Class[Renamed]: 'old' and 'fresh' are the same parameter in two releases",
      });
    }
  });

  it('is refused under two names that it no longer has if their values differ, in either order', async () => {
    for (const given of [
      { old: 'x', older: 'y' },
      { older: 'y', old: 'x' },
    ]) {
      const found = await errorsOf((site) => void new Renamed(site, given), { release: 'zed' });
      expect(found.map(({ code }) => code)).to.deep.equal(['attribute.both']);
    }
    expect(await said({ old: 'x', older: 'X' })).to.equal('X');
  });

  it('is compared in clear where it is secret, and not quoted', async () => {
    const body = (site: Scope) =>
      void new Renamed(site, { old: secret('hush'), fresh: secret('other') } as never);
    const [diagnostic] = await errorsOf(body, { release: 'zed' });
    expect(JSON.stringify(diagnostic))
      .to.include('attribute.both')
      .and.to.not.include('hush')
      .and.to.not.include('other');
    const codes = async (older: string, fresh: string) => {
      const given = { older: secret(older), fresh: secret(fresh) } as never;
      const found = await errorsOf((site) => void new Renamed(site, given), { release: 'zed' });
      return found.map(({ code }) => code);
    };
    expect(await codes('hush', 'other')).to.deep.equal(['attribute.both']);
    expect(await codes('hush', 'hush')).to.not.include('attribute.both');
  });
});

describe('a parameter that is given under both of its names', () => {
  it('is a secret where either is, in either order', async () => {
    for (const given of [
      { older: secret('hush'), fresh: 'hush' },
      { fresh: 'hush', older: secret('hush') },
      { older: 'hush', fresh: secret('hush') },
      { fresh: secret('hush'), older: 'hush' },
    ]) {
      const catalog = await compiled((site) => void new Renamed(site, given as never), { release: 'zed' });
      expect(inspect(catalog.find('item', 'said'), { depth: 9 }), inspect(given)).to.not.include('hush');
    }
  });
});

describe('the body of a virtual instance of a defined type', () => {
  let runs = 0;
  class Counting extends definedType(
    'counting',
    {},
    { doc: 'It counts how often its content is declared.' },
  ) {
    override declare(): void {
      runs += 1;
      new Item(this, 'counted');
    }
  }
  beforeEach(() => {
    runs = 0;
  });

  it('does not run where nothing realizes it, and so is in the way of nobody', async () => {
    const catalog = await compiled((site) => {
      new Counting(site, 'a', { virtual: true });
      new Item(site, 'counted', { text: 'of the manifest' });
    });
    expect(runs).to.equal(0);
    expect(catalog.find('item', 'counted')?.desired.text).to.equal('of the manifest');
  });

  it('runs once where several things realize it', async () => {
    const catalog = await compiled((site) => {
      new Counting(site, 'a', { virtual: true });
      site.realize(Counting.ref('a'), Counting.ref('a'));
      site.collect(Counting);
    });
    expect(runs).to.equal(1);
    expect(catalog.find('item', 'counted')).to.not.equal(undefined);
  });

  it('does not run where data says virtual in words', async () => {
    const catalog = await compiled((site) => {
      new Counting(site, 'a', { virtual: 'true' as never });
      new Pair(site, 'p', { virtual: 'false' as never });
    });
    expect(runs).to.equal(0);
    expect(catalog.find('item', 'p one')).to.not.equal(undefined);
  });
});

describe('a virtual class', () => {
  it('is refused', async () => {
    const [diagnostic] = await errorsOf((site) => {
      new Inner(site, { virtual: true });
      site.include(Inner);
    });
    expect(diagnostic).to.include({ message: 'Class[Sample::Inner] cannot be virtual: only resources can' });
  });
});
