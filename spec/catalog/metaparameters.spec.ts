import { expect } from 'chai';
import { classType, definedType, not, type Scope, Stage } from '../../src/catalog/index.js';
import { metaparameters } from '../../src/catalog/metaparameter-table.js';
import { fromPuppetCatalog, toPuppetCatalog } from '../../src/catalog/puppet-format/index.js';
import { buildGraph } from '../../src/engine/graph/build-graph.js';
import { compiled, errorsOf, Inner, Item, Pair } from './sample.js';

class Keeper extends classType('keeper', {}, { doc: 'A class with a pair, and a class that it contains.' }) {
  override declare(): void {
    new Item(this, 'kept');
    new Item(this, 'own', { noop: false, loglevel: 'err' });
    new Pair(this, 'pair', { retry: 2 });
    this.contain(Inner);
    this.include(Apart);
  }
}

class Apart extends classType('apart', {}, { doc: 'A class that stands alone, whoever includes it.' }) {
  override declare(): void {
    new Item(this, 'apart');
  }
}

class Empty extends definedType('empty', {}, { doc: 'A defined type without content.' }) {}

describe('a metaparameter of a class or defined type', () => {
  const body = (site: Scope) =>
    void new Keeper(site, { noop: true, retry: 3, loglevel: 'debug', schedule: 'daily' });

  it('holds for all that it contains, which may say otherwise', async () => {
    const { find } = await compiled(body);
    const kept = { noop: true, loglevel: 'debug', schedule: 'daily' };
    expect(find('item', 'kept'))
      .to.include(kept)
      .and.to.deep.include({ retry: { tries: 3, delay: 1 } });
    expect(find('item', 'pair one'))
      .to.include(kept)
      .and.to.deep.include({ retry: { tries: 2, delay: 1 } });
    expect(find('item', 'inner')).to.include(kept);
    expect(find('item', 'own')).to.include({ noop: false, loglevel: 'err', schedule: 'daily' });
  });

  it('does not hold for a class that it includes and does not contain', async () => {
    const { find } = await compiled(body);
    expect(find('item', 'apart')).to.include({ noop: undefined, loglevel: 'notice', schedule: undefined });
  });

  it('is that of the container that was declared first, if several contain a class and differ', async () => {
    class Early extends classType('early', {}, { doc: 'A class that contains another.' }) {
      override declare(): void {
        this.contain(Inner);
      }
    }
    class Late extends classType('late', {}, { doc: 'A class that contains the same.' }) {
      override declare(): void {
        this.contain(Inner);
      }
    }
    const { find } = await compiled((site) => {
      new Early(site, { loglevel: 'debug', noop: true });
      new Late(site, { loglevel: 'err', schedule: 'daily' });
    });
    expect(find('item', 'inner')).to.include({ loglevel: 'debug', noop: true, schedule: 'daily' });
  });

  it('may come from a collector', async () => {
    const { find } = await compiled((site) => {
      new Pair(site, 'pair');
      site.collect(Pair).override({ noop: true });
    });
    expect(find('item', 'pair two')).to.include({ noop: true });
  });

  it("stands in Puppet's format with each resource, where Puppet has written it, and is read from there", async () => {
    const written = toPuppetCatalog(await compiled(body));
    const kept = written.resources.find(({ title }) => title === 'pair one');
    expect(kept?.parameters).to.include({ noop: true, loglevel: 'debug', schedule: 'daily' });
    const { find } = fromPuppetCatalog(written, { types: new Map([['item', Item as never]]) });
    expect(find('item', 'kept')).to.include({ noop: true, loglevel: 'debug', schedule: 'daily' });
    expect(find('item', 'own')).to.include({ noop: false });
  });
});

describe('the value of a metaparameter', () => {
  const wrong: Readonly<Record<string, [unknown, string]>> = {
    noop: ['yes', "Item[a]: noop must be true or false, not 'yes'"],
    loglevel: ['loud', "loglevel must be 'emerg'"],
    retry: [0, 'retry must be a number of tries, or { tries, delay }, not 0'],
    'retry, of which all names are known': [{ tries: 2, dealy: 1 }, 'retry must be a number of tries'],
    'retry, which says how many tries': [{ delay: 1 }, 'retry must be a number of tries'],
    'retry, whose delay is a time': [{ tries: 2, delay: -1 }, 'retry must be a number of tries'],
    schedule: [['daily'], 'schedule must be a string'],
    tag: [{ a: 1 }, 'tag must be a string'],
  };
  for (const [name, [value, message]] of Object.entries(wrong)) {
    it(`is checked: ${name}`, async () => {
      const [called = name] = name.split(',');
      const [diagnostic] = await errorsOf((site) => void new Item(site, 'a', { [called]: value }));
      expect(diagnostic?.message).to.include(message);
      expect(diagnostic?.location?.file).to.match(/metaparameters\.spec\.ts$/);
    });
  }

  it('may be a text where data has it so', async () => {
    const { find } = await compiled((site) => {
      new Item(site, 'a', { noop: 'true' as never, retry: '4' as never, loglevel: 'verbose' });
    });
    expect(find('item', 'a')).to.include({ noop: true, loglevel: 'info' });
    expect(find('item', 'a')?.retry.tries).to.equal(4);
  });

  it('is checked where a defined type has no content', async () => {
    const [diagnostic] = await errorsOf((site) => void new Empty(site, 'a', { noop: 'x' as never }));
    expect(diagnostic?.message).to.include('noop must be true or false');
  });

  it('is refused where nothing follows from it: audit', async () => {
    for (const audit of ['all', ['text']]) {
      const [diagnostic] = await errorsOf((site) => void new Item(site, 'a', { audit } as never));
      expect(diagnostic).to.include({ code: 'audit.unknown', message: 'Item[a]: audit is not known here' });
    }
  });

  it('names a schedule that is there', async () => {
    const [diagnostic] = await errorsOf((site) => void new Keeper(site, { schedule: 'dialy' }));
    expect(diagnostic).to.include({
      message: "Class[Keeper] has the schedule 'dialy', which nothing declares",
      hint: "did you mean 'daily'?",
    });
  });
});

describe('a stage', () => {
  /** Whether everything in the first comes before everything in the second. */
  const order = async (body: (site: Scope) => void, first: string, second: string): Promise<boolean> => {
    const catalog = await compiled(body);
    const graph = buildGraph(catalog);
    const [from, to] = [first, second].map((title) => catalog.find('item', title)?.index as number);
    const seen = new Set<number>();
    const next = [graph.last(from as number)];
    for (let node = next.pop(); node !== undefined; node = next.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const [start, end] = graph.successors.range(node);
      for (let slot = start; slot < end; slot++) next.push(graph.successors.targets[slot] as number);
    }
    return seen.has(graph.first(to as number));
  };
  const body = (site: Scope) => {
    new Item(site, 'of the manifest');
    new Inner(site);
    new Stage(site, 'setup', { before: Stage.ref('main') });
    new Apart(site, { stage: 'setup' });
  };

  it('orders its classes before or after all others, and what the manifest itself declares', async () => {
    expect(await order(body, 'apart', 'inner')).to.equal(true);
    expect(await order(body, 'apart', 'of the manifest')).to.equal(true);
    expect(await order(body, 'inner', 'apart')).to.equal(false);
  });

  it('is that of the class which includes another', async () => {
    const nested = (site: Scope) => {
      new Stage(site, 'teardown', { require: Stage.ref('main') });
      new Item(site, 'first');
      new Keeper(site, { stage: 'teardown' });
    };
    expect(await order(nested, 'first', 'kept')).to.equal(true);
    expect(await order(nested, 'first', 'apart')).to.equal(true);
  });

  it('has to be declared', async () => {
    const [diagnostic] = await errorsOf((site) => {
      new Stage(site, 'setup');
      new Inner(site, { stage: 'setpu' });
    });
    expect(diagnostic).to.include({
      message: "Class[Sample::Inner] belongs to the stage 'setpu', which nothing declares",
      hint: "did you mean 'setup'?",
    });
    const [other] = await errorsOf((site) => void new Inner(site, { stage: 'setup' }));
    expect(other).to.include({ code: 'stage.unknown' });
  });

  it('takes classes alone', async () => {
    const found = await errorsOf((site) => {
      new Item(site, 'a', { stage: 'main' });
      new Pair(site, 'b', { stage: 'main' });
    });
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Item[a]: only classes belong to a stage',
      'Sample::Pair[b]: only classes belong to a stage',
    ]);
  });

  it("is written and read in Puppet's format", async () => {
    const written = toPuppetCatalog(await compiled(body));
    const references = written.resources.map(({ type, title }) => `${type}[${title}]`);
    expect(references.filter((one) => one.startsWith('Stage'))).to.have.members([
      'Stage[main]',
      'Stage[setup]',
    ]);
    expect(written.edges).to.deep.include({ source: 'Stage[setup]', target: 'Class[Apart]' });
    expect(written.edges).to.deep.include({ source: 'Stage[main]', target: 'Class[Sample::Inner]' });
    const read = fromPuppetCatalog(written, { types: new Map([['item', Item as never]]) });
    const again = toPuppetCatalog(read);
    expect(again.edges).to.have.deep.members(written.edges as never);
  });
});

describe('a tag', () => {
  it('is refused where nothing could find it', async () => {
    const [diagnostic, ...others] = await errorsOf((site) => {
      new Item(site, 'a', { tag: ['good', '-bad one'] });
      new Item(site, 'b', { tag: 'Größe::x.1' });
    });
    expect(diagnostic).to.include({ code: 'tag.form', message: "Item[a]: '-bad one' cannot be a tag" });
    expect(others).to.deep.equal([]);
  });
});

describe('a metaparameter', () => {
  it('has a description', () => {
    for (const [name, { doc }] of Object.entries(metaparameters)) expect(doc, name).to.match(/^[A-Z].*\.$/);
  });
});

describe('a collector that overrides twice', () => {
  it('does both, and the later one goes first where they disagree', async () => {
    const { find } = await compiled((site) => {
      new Item(site, 'a', { list: ['0'] });
      site
        .collect(Item)
        .override({ text: 'first', on: false }, { list: '1', tag: 'one' })
        .override({ text: 'second' }, { list: ['2'] });
    });
    expect(find('item', 'a')?.desired).to.include({ text: 'second', on: false });
    expect(find('item', 'a')?.desired.list).to.deep.equal(['0', '1', '2']);
    expect(find('item', 'a')?.tags.has('one')).to.equal(true);
  });
});

describe('a collector that names an attribute which its type does not have', () => {
  it('is refused, whether it finds by it or changes it, and although nothing is found', async () => {
    const found = await errorsOf((site) => {
      site.collect(Item, not({ txt: 'x' }));
      site.collect(Item, { title: 'nowhere' }).override({ txet: 'x' }, { tag: 'known' });
      site.collect(Item, { text: 'x', tag: 'y', noop: true });
    });
    expect(found.map(({ message, hint }) => [message, hint])).to.deep.equal([
      ["Item<| !(txt == 'x') |>: item has no attribute named 'txt'", "did you mean 'text'?"],
      ["Item<| title == 'nowhere' |>: item has no attribute named 'txet'", "did you mean 'text'?"],
    ]);
  });
});
