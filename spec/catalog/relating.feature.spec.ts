import { expect } from 'chai';
import { classType, eitherOf, not } from '../../src/catalog/index.js';
import { arrows, compiled, errorsOf, Inner, Item, Outer, Pair } from './sample.js';

describe('relations', () => {
  it('take resources, references, texts, classes and lists of them', async () => {
    const catalog = await compiled((site) => {
      const a = new Item(site, 'a');
      new Item(site, 'b', { require: a, before: ['Item[c]', [Item.ref('d')] as never] });
      new Item(site, 'c', { subscribe: Inner.ref() });
      new Item(site, 'd', { notify: "Class['sample::inner']" });
      site.include(Inner);
    });
    expect(arrows(catalog)).to.have.members([
      'Item[a] -> Item[b]',
      'Item[b] -> Item[c]',
      'Item[b] -> Item[d]',
      'Class[Sample::Inner] ~> Item[c]',
      'Item[d] ~> Class[Sample::Inner]',
    ]);
  });

  it('refuse what is no reference', async () => {
    const [diagnostic] = await errorsOf((site) => void new Item(site, 'a', { require: 'b' }));
    expect(diagnostic?.message).to.equal(
      "Item[a]: require names 'b', which is not a reference of the form Type[title]",
    );
  });
});

describe('a chain', () => {
  const ends = (site: Parameters<Parameters<typeof compiled>[0]>[0]) => {
    new Item(site, 'x');
    new Item(site, 'y');
  };

  it('orders from left to right, each arrow in its own way', async () => {
    const catalog = await compiled((site) => {
      ends(site);
      site.chain(Item.ref('x')).before(Item.ref('y')).notify(Inner.ref());
      site.include(Inner);
    });
    expect(arrows(catalog)).to.deep.equal(['Item[x] -> Item[y]', 'Item[y] ~> Class[Sample::Inner]']);
  });

  it('bridges a collector that finds nothing with the arrow on its right', async () => {
    const catalog = await compiled((site) => {
      ends(site);
      site
        .chain(Item.ref('x'))
        .before(site.collect(Item, { tag: 'nothing' }))
        .notify(Item.ref('y'));
      site
        .chain(Item.ref('y'))
        .notify(site.collect(Item, { tag: 'nothing' }))
        .before(Inner.ref());
      site.include(Inner);
    });
    expect(arrows(catalog)).to.deep.equal(['Item[x] ~> Item[y]', 'Item[y] -> Class[Sample::Inner]']);
  });

  it('does not bridge two statements', async () => {
    const catalog = await compiled((site) => {
      ends(site);
      const nothing = site.collect(Item, { tag: 'nothing' });
      site.chain(Item.ref('x')).before(nothing);
      site.chain(nothing).before(Item.ref('y'));
    });
    expect(arrows(catalog)).to.deep.equal([]);
  });
});

describe('a collector', () => {
  const found = async (query: Parameters<Parameters<Parameters<typeof compiled>[0]>[0]['collect']>[1]) => {
    const catalog = await compiled((site) => {
      new Item(site, 'end', { text: 'end' });
      site.chain(site.collect(Item, query)).before(Item.ref('end'));
      new Item(site, 'a', { tag: ['red', 'big'], text: '1' });
      new Item(site, 'b', { tag: 'red', list: ['1', '2'] });
      new Pair(site, 'p', { tag: 'blue' });
    });
    return arrows(catalog)
      .filter((arrow) => arrow.endsWith('Item[end]'))
      .map((arrow) => arrow.replace(' -> Item[end]', ''));
  };

  it('finds what is declared after it, by tag, title and attribute', async () => {
    expect(await found({ tag: 'red' })).to.deep.equal(['Item[a]', 'Item[b]']);
    expect(await found({ title: 'a' })).to.deep.equal(['Item[a]']);
    expect(await found({ text: '1' })).to.deep.equal(['Item[a]']);
    expect(await found({ list: '2' })).to.deep.equal(['Item[b]']);
    expect(await found({ tag: 'red', text: '1' })).to.deep.equal(['Item[a]']);
  });

  it('finds by tags inherited from containers, the segments of their names among them', async () => {
    expect(await found({ tag: 'blue' })).to.deep.equal(['Item[p one]', 'Item[p two]']);
    expect(await found({ tag: 'sample' })).to.deep.equal(['Item[p one]', 'Item[p two]']);
    expect(await found({ tag: 'sample::pair' })).to.deep.equal(['Item[p one]', 'Item[p two]']);
  });

  it('combines queries', async () => {
    expect(await found(eitherOf({ title: 'a' }, { tag: 'blue', title: 'p one' }))).to.deep.equal([
      'Item[a]',
      'Item[p one]',
    ]);
    expect(await found(not(eitherOf({ tag: 'red' }, { title: 'end' })))).to.deep.equal([
      'Item[p one]',
      'Item[p two]',
    ]);
  });

  it('changes attributes of what it finds, and adds to them', async () => {
    const catalog = await compiled((site) => {
      site
        .collect(Item, { tag: 'red' })
        .override({ text: 'changed' }, { require: Item.ref('b'), list: 'more' });
      new Item(site, 'a', { tag: 'red', text: 'x', list: ['one'], require: Item.ref('c') });
      new Item(site, 'b');
      new Item(site, 'c');
    });
    expect(catalog.find('item', 'a')?.desired).to.include({ text: 'changed' });
    expect(catalog.find('item', 'a')?.desired.list).to.deep.equal(['one', 'more']);
    expect(arrows(catalog)).to.have.members(['Item[c] -> Item[a]', 'Item[b] -> Item[a]']);
  });

  it('changes parameters of an instance of a defined type before it declares what it contains', async () => {
    const catalog = await compiled((site) => {
      new Pair(site, 'p', { text: 'x' });
      new Pair(site, 'q', { text: 'y' });
      new Pair(site, 'v', { text: 'z', virtual: true, tag: 'green' });
      site.collect(Pair, { title: 'p' }).override({ text: 'changed' });
      site.collect(Pair, { text: 'y' }).override({ text: undefined });
      site.collect(Pair, { tag: 'green' }).override({ text: 'real' }, { require: Pair.ref('p') });
    });
    const texts = (name: string) =>
      ['one', 'two'].map((which) => catalog.find('item', `${name} ${which}`)?.desired.text);
    expect(texts('p')).to.deep.equal(['changed', 'changed']);
    expect(catalog.find('sample::pair', 'p')?.parameters).to.include({ text: 'changed' });
    expect(texts('q')).to.deep.equal(['x', 'x']);
    expect(texts('v')).to.deep.equal(['real', 'real']);
    expect(arrows(catalog)).to.include('Sample::Pair[p] -> Sample::Pair[v]');
  });

  it('changes parameters of what a class declares, and one instance after the other collector', async () => {
    class Holder extends classType('sample::holder', {}, { doc: 'A class with a pair.' }) {
      override declare(): void {
        new Pair(this, 'held', { text: 'x' });
      }
    }
    const catalog = await compiled((site) => {
      new Holder(site);
      site.collect(Pair, { tag: 'sample::holder' }).override({ text: 'once' });
      site.collect(Pair, { title: 'held' }).override({ text: 'twice' });
    });
    expect(catalog.find('item', 'held one')?.desired.text).to.equal('twice');
  });

  it('says where it has a wrong value or name for a defined type, or comes too late', async () => {
    class Late extends classType('sample::late', {}, { doc: 'A class with a collector.' }) {
      override declare(): void {
        this.collect(Pair, { title: 'c' }).override({ text: 'late' });
      }
    }
    class Early extends classType('sample::early', {}, { doc: 'A class that includes one at the end.' }) {
      override declare(): void {
        this.include(Late);
      }
    }
    const found = await errorsOf((site) => {
      site.collect(Pair, { title: 'a' }).override({ text: ['x'] });
      site.collect(Pair, { title: 'b' }).override({ txt: 'x' });
      new Pair(site, 'a');
      new Pair(site, 'b');
      new Pair(site, 'c');
      new Early(site);
    });
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Sample::Pair[a]: text must be a string, not ["x"]',
      "Sample::Pair[b] has no parameter named 'txt'",
      "Sample::Pair<| title == 'c' |> changes text of Sample::Pair[c] after its content was declared",
    ]);
    const [first = 0, second] = found.map(({ location }) => location?.line ?? 0);
    expect(second).to.equal(first + 1);
  });

  it("is refused for a class, whose parameters are its declaration's and data's", async () => {
    const [diagnostic] = await errorsOf((site) => {
      site.include(Inner);
      site.collect(Inner).override({ text: 'changed' });
    });
    expect(diagnostic?.message).to.equal('the class sample::inner cannot be collected');
    expect(diagnostic?.location?.file).to.match(/relating\.feature\.spec\.ts$/);
  });

  it('finds what one after it gives the tag that it looks for', async () => {
    const catalog = await compiled((site) => {
      new Item(site, 'a');
      new Item(site, 'b');
      site.chain(site.collect(Item, { tag: 'red' })).before(Item.ref('b'));
      site.collect(Item, { title: 'a' }).override({}, { tag: 'red' });
    });
    expect(arrows(catalog)).to.deep.equal(['Item[a] -> Item[b]']);
  });

  it('reports a wrong value or name with the resource and the source location', async () => {
    const [value, unknown, declared] = await errorsOf((site) => {
      site.collect(Item, { title: 'a' }).override({ on: 'perhaps' });
      site.collect(Item, { title: 'b' }).override({ onn: true });
      new Item(site, 'a');
      new Item(site, 'b');
      new Item(site, 'c', { onn: true } as object);
    });
    expect(value?.message).to.equal("Item[a]: on must be true or false, not 'perhaps'");
    expect(unknown?.message).to.equal("Item[b] has no parameter named 'onn'");
    expect(declared?.message).to.equal("Item[c] has no parameter named 'onn'");
    const lines = [value, unknown, declared].map((one) => one?.location?.line ?? 0);
    const [first = 0] = lines;
    expect(lines).to.deep.equal([first, first + 1, first + 4]);
  });
});

describe('a virtual resource', () => {
  it('is left out unless it is realized, or a collector asks for it', async () => {
    const titles = async (body: (site: Parameters<Parameters<typeof compiled>[0]>[0]) => void) =>
      (
        await compiled((site) => {
          new Item(site, 'ghost', { virtual: true, tag: 'ghost' });
          body(site);
        })
      ).resources.map(({ title }) => title);
    expect(await titles(() => {})).to.deep.equal(['main']);
    expect(await titles((site) => site.realize(Item.ref('ghost')))).to.deep.equal(['main', 'ghost']);
    expect(await titles((site) => void site.collect(Item, { tag: 'ghost' }))).to.deep.equal([
      'main',
      'ghost',
    ]);
  });

  it('of a defined type declares its content only then', async () => {
    const catalog = await compiled((site) => {
      new Pair(site, 'p', { virtual: true });
      site.realize(Pair.ref('p'));
    });
    expect(catalog.find('item', 'p two')).to.not.equal(undefined);
    const without = await compiled((site) => void new Pair(site, 'p', { virtual: true }));
    expect(without.resources).to.have.length(1);
  });

  it('cannot be related to, nor realized where nothing declares it', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'ghost', { virtual: true });
      new Item(site, 'a', { require: Item.ref('ghost') });
      site.realize(Item.ref('nobody'));
    });
    expect(found.map(({ code }) => code)).to.have.members(['relation.virtual', 'realize.missing']);
  });
});

describe('containment', () => {
  it('leaves an included class outside, as Puppet does, and takes a contained one in', async () => {
    class Containing extends classType('sample::containing', {}, { doc: '…' }) {
      override declare(): void {
        this.contain(Inner);
      }
    }
    const catalog = await compiled((site) => {
      site.include(Outer);
      site.include(Containing);
    });
    const inner = catalog.find('class', 'sample::inner');
    const containers = inner?.containers.map((index) => catalog.resources[index]?.reference);
    expect(containers).to.deep.equal(['Class[Sample::Containing]']);
  });
});
