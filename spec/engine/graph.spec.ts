import { expect } from 'chai';
import fc from 'fast-check';
import { classType, compile, manifest, type Scope } from '../../src/catalog/index.js';
import { buildGraph } from '../../src/engine/graph/build-graph.js';
import { computeHeights } from '../../src/engine/graph/heights.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { Anchor } from '../../src/resources/anchor.js';
import { File } from '../../src/resources/index.js';
import { waitsFor } from './waits-for.js';
import { Bench, Thing } from './world.js';

const graphOf = async (body: (site: Scope) => void) => buildGraph(await compile(manifest(body)));

async function cycleOf(body: (site: Scope) => void) {
  const error: unknown = await graphOf(body).catch((thrown: unknown) => thrown);
  if (!GlanceApplyError.is(error)) throw new Error('there was no cycle');
  return error.diagnostics;
}

describe('the graph of a catalog', () => {
  it('refuses a cycle and names the shortest one, with the source location of each of its edges', async () => {
    const [diagnostic, ...others] = await cycleOf((site) => {
      new Thing(site, 'a', { require: Thing.ref('d') });
      new Thing(site, 'b', { require: Thing.ref('a') });
      new Thing(site, 'c', { require: Thing.ref('b') });
      new Thing(site, 'd', { require: [Thing.ref('c'), Thing.ref('b')] });
    });
    expect(others).to.deep.equal([]);
    expect(diagnostic?.message).to.equal(
      'these resources depend on each other: Thing[a] → Thing[b] → Thing[d] → Thing[a]',
    );
    expect(diagnostic?.related?.map(({ message }) => message)).to.deep.equal([
      'Thing[a] is required by Thing[b]',
      'Thing[b] is required by Thing[d]',
      'Thing[d] is required by Thing[a]',
    ]);
    expect(diagnostic?.related?.every(({ location }) => location?.file.endsWith('graph.spec.ts'))).to.equal(
      true,
    );
    expect(diagnostic?.location).to.deep.equal(diagnostic?.related?.[0]?.location);
  });

  it('describes a cycle from what is declared first, and along its edges, however long it is', async () => {
    const [diagnostic] = await cycleOf((site) => {
      for (const [name, next] of ['ab', 'bc', 'cd', 'de', 'ea'] as const)
        new Thing(site, name as string, { before: Thing.ref(next as string) });
    });
    expect(diagnostic?.message).to.equal(
      `these resources depend on each other: ${[...'abcdea'].map((one) => `Thing[${one}]`).join(' → ')}`,
    );
  });

  it('describes the relation between two resources of a cycle as the manifest declares it', async () => {
    class Holder extends classType('holder', {}, { doc: '…' }) {
      override declare(): void {
        new Thing(this, 'held', { before: Thing.ref('a') });
      }
    }
    const said = async (body: (site: Scope) => void) =>
      (await cycleOf(body))[0]?.related?.map(({ message }) => message);
    const pairs = (...words: readonly string[]) => words.map((one) => `Thing[a] ${one} Thing[b]`);
    for (const [attributes, words] of [
      [{ before: Thing.ref('b') }, 'is before'],
      [{ notify: Thing.ref('b') }, 'notifies'],
    ] as const)
      expect(
        await said((site) => {
          new Thing(site, 'a', attributes);
          new Thing(site, 'b', { before: Thing.ref('a') });
        }),
      ).to.include.members(pairs(words));
    for (const [attributes, words] of [
      [{ require: Thing.ref('a') }, 'is required by'],
      [{ subscribe: Thing.ref('a') }, 'is subscribed to by'],
      [{}, 'is chained before'],
    ] as const)
      expect(
        await said((site) => {
          new Thing(site, 'a', { require: Thing.ref('b') });
          new Thing(site, 'b', attributes);
          if (words === 'is chained before') site.chain(Thing.ref('a')).before(Thing.ref('b'));
        }),
      ).to.include.members(pairs(words));
    const contained = await said((site) => {
      new Thing(site, 'a', { before: Holder.ref() });
      new Holder(site);
    });
    expect(contained).to.deep.equal([
      'Thing[a] is before Class[Holder]',
      'Class[Holder] contains Thing[held]',
      'Thing[held] is before Thing[a]',
    ]);
  });

  it('omits automatic relations that contradict the manifest, and contains all others', async () => {
    const graph = await graphOf((site) => {
      new File(site, '/srv/app', { ensure: 'directory', require: File.ref('/srv/app/first') });
      new File(site, '/srv/app/first', { content: '' });
      new File(site, '/srv/app/second', { content: '' });
    });
    expect(waitsFor(graph, '/srv/app', '/srv/app/first')).to.equal(true);
    expect(waitsFor(graph, '/srv/app/first', '/srv/app')).to.equal(false);
    expect(waitsFor(graph, '/srv/app/second', '/srv/app')).to.equal(true);
  });

  it('reports each of several cycles', async () => {
    const diagnostics = await cycleOf((site) => {
      for (const [one, other] of ['ab', 'cd'] as const) {
        new Thing(site, one as string, { require: Thing.ref(other as string) });
        new Thing(site, other as string, { require: Thing.ref(one as string) });
      }
    });
    expect(diagnostics).to.have.length(2);
  });

  it('treats a resource that requires itself as a cycle', async () => {
    const [diagnostic] = await cycleOf((site) => void new Thing(site, 'a', { require: Thing.ref('a') }));
    expect(diagnostic?.code).to.equal('graph.cycle');
  });

  it('keeps one of two edges between the same nodes, the one that refreshes', async () => {
    const graph = await graphOf((site) => {
      new Anchor(site, 'b');
      new Thing(site, 'a', { before: Anchor.ref('b'), notify: Anchor.ref('b') });
    });
    const between = graph.edges.filter(({ origin }) => origin !== 'contains');
    expect(between.map(({ refresh }) => refresh)).to.deep.equal([true]);
  });

  it('orders any acyclic catalog by its relations, whatever is declared first', async () => {
    const things = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(things, fc.infiniteStream(fc.nat()), async (requirements, noise) => {
        const trial = await Bench.open();
        const order = requirements.map((_, at) => at).sort(() => ((noise.next().value as number) % 3) - 1);
        await trial.apply((site) => {
          for (const at of order) {
            const earlier =
              at === 0 ? [] : (requirements[at] ?? []).map((pick) => Thing.ref(`t${pick % at}`));
            new Thing(site, `t${at}`, { value: '1', require: earlier });
          }
        });
        const turn = new Map(
          trial.world.log.map((line, position) => [line.replace('change ', ''), position]),
        );
        await trial.close();
        for (const [at, picks] of requirements.entries()) {
          for (const pick of at === 0 ? [] : picks) {
            expect(turn.get(`t${pick % at}`)).to.be.lessThan(turn.get(`t${at}`) as number);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('knows the number of resources in the longest chain that begins with a node', async () => {
    const graph = await graphOf((site) => {
      new Thing(site, 'end');
      new Anchor(site, 'between', { before: Thing.ref('end') });
      new Thing(site, 'short', { before: Anchor.ref('between') });
      new Thing(site, 'long', { before: [Thing.ref('short'), Thing.ref('end')] });
      new Thing(site, 'alone');
    });
    const found = computeHeights(graph);
    const named = graph.catalog.resources.map(({ title, index }) => [title, found[graph.first(index)]]);
    expect(Object.fromEntries(named)).to.include({ end: 1, between: 1, short: 2, long: 3, alone: 1 });
  });

  it('can contain a chain of ten thousand resources without an overflow', async () => {
    const graph = await graphOf((site) => {
      for (let at = 0; at < 10_000; at++)
        new Thing(site, `t${at}`, { require: at === 0 ? [] : Thing.ref(`t${at - 1}`) });
    });
    expect(graph.size).to.equal(10_002);
  });
});
