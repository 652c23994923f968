import { expect } from 'chai';
import fc from 'fast-check';
import { classType, compile, manifest, nativeType, type Scope, title } from '../../src/catalog/index.js';
import { buildGraph } from '../../src/engine/graph/build-graph.js';
import type { Graph } from '../../src/engine/graph/graph.js';
import { manifestSequence } from '../../src/engine/graph/manifest-sequence.js';
import type { Ordering } from '../../src/engine/graph/ordering.js';
import { waitsFor } from './waits-for.js';

const options = { doc: 'Of the specs.' };
class Plain extends nativeType('plain', { name: title('…') }, options) {}
class Command extends nativeType('command', { name: title('…') }, { ...options, effects: 'opaque' }) {}
class Supply extends nativeType('supply', { name: title('…') }, { ...options, effects: 'supplies' }) {}
class Daemon extends nativeType('daemon', { name: title('…') }, { ...options, effects: 'consumes' }) {}
const types = [Plain, Command, Supply, Daemon];

const graphOf = async (body: (site: Scope) => void, ordering?: Ordering) =>
  buildGraph(await compile(manifest(body)), ordering);

describe('the order of declarations', () => {
  it('applies a command after everything declared above it and before everything declared below it', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'above');
      new Command(site, 'command');
      new Plain(site, 'below');
      new Command(site, 'next');
    });
    expect(waitsFor(graph, 'command', 'above')).to.equal(true);
    expect(waitsFor(graph, 'below', 'command')).to.equal(true);
    expect(waitsFor(graph, 'next', 'command')).to.equal(true);
    expect(waitsFor(graph, 'next', 'below')).to.equal(true);
  });

  it('lets resources other than commands, packages and services run concurrently', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'one');
      new Plain(site, 'other');
    });
    expect(waitsFor(graph, 'other', 'one')).to.equal(false);
    expect(waitsFor(graph, 'one', 'other')).to.equal(false);
  });

  it('installs all packages together, after resources that need no package and before what is declared below', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'repository');
      new Supply(site, 'first');
      new Plain(site, 'configuration');
      new Supply(site, 'second');
      new Plain(site, 'last');
    });
    expect(waitsFor(graph, 'first', 'repository')).to.equal(true);
    expect(waitsFor(graph, 'second', 'repository')).to.equal(true);
    expect(waitsFor(graph, 'configuration', 'first')).to.equal(true);
    expect(waitsFor(graph, 'configuration', 'second')).to.equal(false);
    expect(waitsFor(graph, 'second', 'configuration')).to.equal(false);
    expect(waitsFor(graph, 'second', 'first')).to.equal(false);
    expect(waitsFor(graph, 'last', 'second')).to.equal(true);
  });

  it('does not split a package transaction for resources that a relation puts after a package declared further down', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'configuration', { require: Supply.ref('second') });
      new Supply(site, 'first');
      new Supply(site, 'second');
    });
    expect(waitsFor(graph, 'first', 'configuration')).to.equal(false);
  });

  it('lets only a package, and what depends on it, alter later resources', async () => {
    const origins = async (...kinds: (typeof Plain)[]) => {
      const graph = await graphOf((site) => {
        for (const [at, Kind] of kinds.entries()) new Kind(site, `r${at}`);
      });
      const found = graph.edges.map(({ origin }) => origin).filter((origin) => origin !== 'contains');
      return [...new Set(found)];
    };
    // Several of a kind, which others wait for through one node.
    expect(
      await origins(Plain, Daemon, Command, Plain, Daemon, Daemon, Plain, Command, Daemon),
    ).to.deep.equal(['manifest']);
    expect(await origins(Plain, Plain, Supply, Supply)).to.deep.equal(['manifest']);
    expect(await origins(Supply, Supply, Plain, Plain)).to.deep.equal(['supply']);
  });

  it('starts a service after what is declared above it, and does not delay what is declared below', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'configuration');
      new Daemon(site, 'service');
      new Plain(site, 'below');
      new Daemon(site, 'other');
    });
    expect(waitsFor(graph, 'service', 'configuration')).to.equal(true);
    expect(waitsFor(graph, 'below', 'service')).to.equal(false);
    expect(waitsFor(graph, 'other', 'service')).to.equal(false);
    expect(waitsFor(graph, 'other', 'below')).to.equal(true);
  });

  it('treats a class as part of the body that declares it, and sibling classes as independent', async () => {
    const part = (name: string, Kind: typeof Plain) =>
      class extends classType(name, {}, { doc: '…' }) {
        override declare(): void {
          new Kind(this, `in ${name}`);
        }
      };
    const [One, Two, Three] = [part('one', Plain), part('two', Command), part('three', Supply)];
    const graph = await graphOf((site) => {
      new Plain(site, 'above');
      new One(site);
      new Two(site);
      new Three(site);
      new Command(site, 'command');
      new Daemon(site, 'service');
    });
    expect(waitsFor(graph, 'in two', 'above')).to.equal(true);
    expect(waitsFor(graph, 'in two', 'in one')).to.equal(false);
    expect(waitsFor(graph, 'in three', 'in two')).to.equal(false);
    expect(waitsFor(graph, 'command', 'in one')).to.equal(true);
    expect(waitsFor(graph, 'command', 'in two')).to.equal(true);
    expect(waitsFor(graph, 'service', 'in three')).to.equal(true);
  });

  it('yields to relations in any direction', async () => {
    const graph = await graphOf((site) => {
      new Plain(site, 'a', { require: Command.ref('b') });
      new Command(site, 'b', { require: Daemon.ref('c') });
      new Daemon(site, 'c', { require: Supply.ref('d') });
      new Plain(site, 'between');
      new Supply(site, 'd');
    });
    expect(waitsFor(graph, 'a', 'd')).to.equal(true);
    // As in Puppet: what is free to go before the one that waits goes before it.
    expect(waitsFor(graph, 'b', 'between')).to.equal(true);
  });

  it('is a single sequence of all nodes in which each node follows its predecessors, for any order of declarations', async () => {
    const requirements = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(requirements, fc.integer({ min: 1 }), async (picks, noise) => {
        const graph = await graphOf((site) => {
          const order = picks.map((_, at) => at).sort((a, b) => ((a * noise) % 13) - ((b * noise) % 13));
          for (const at of order) {
            const earlier = at === 0 ? [] : (picks[at] ?? []).map((pick) => Plain.ref(`r${pick % at}`));
            new Plain(site, `r${at}`, { require: earlier });
          }
        }, 'relations');
        const sequence = [...manifestSequence(graph)];
        expect([...sequence].sort((a, b) => a - b)).to.deep.equal([...sequence.keys()]);
        for (const { source, target } of graph.edges)
          expect(sequence.indexOf(source)).to.be.below(sequence.indexOf(target));
      }),
      { numRuns: 50 },
    );
  });

  it('delays the contents of a class until the class may begin', async () => {
    class Holder extends classType('holder', {}, { doc: '…' }) {
      override declare(): void {
        new Plain(this, 'held');
      }
    }
    const graph = await graphOf((site) => {
      new Plain(site, 'above');
      new Holder(site, { require: Plain.ref('below') });
      new Plain(site, 'below');
    }, 'relations');
    const sequence = [...manifestSequence(graph)].map((node) => graph.resource(node).title);
    expect(sequence).to.deep.equal(['main', 'above', 'below', 'holder', 'held', 'holder', 'main']);
  });

  it('does not count with the ordering "relations"', async () => {
    const body = (site: Scope) => {
      new Plain(site, 'above');
      new Command(site, 'command');
    };
    expect(waitsFor(await graphOf(body, 'relations'), 'command', 'above')).to.equal(false);
  });

  it('applies resources one after the other with the ordering "sequential", as Puppet does', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const body = (site: Scope) => {
      for (const name of names) new Plain(site, name, name === 'one' ? { require: Plain.ref('two') } : {});
    };
    const graph = await graphOf(body, 'sequential');
    const order = ['two', 'one', 'three', 'four'];
    for (const [at, name] of order.entries()) {
      for (const earlier of order.slice(0, at)) expect(waitsFor(graph, name, earlier), name).to.equal(true);
    }
  });

  it('closes no cycle and keeps all relations, for any order of declarations', async () => {
    const resource = fc.record({ kind: fc.nat(3), requires: fc.array(fc.nat(), { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(resource, { minLength: 2, maxLength: 15 }),
        fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
        fc.constantFrom<Ordering>('manifest', 'sequential'),
        async (resources, keys, ordering) => {
          const declared = resources
            .map((one, at) => ({ ...one, at }))
            .sort((a, b) => (keys[a.at] as number) - (keys[b.at] as number));
          const earlier = (at: number, pick: number) => pick % at;
          const graph = await graphOf((site) => {
            for (const { kind, requires, at } of declared) {
              const refs =
                at === 0
                  ? []
                  : requires.map((pick) => {
                      const other = earlier(at, pick);
                      return (types[resources[other]?.kind ?? 0] ?? Plain).ref(`r${other}`);
                    });
              new (types[kind] ?? Plain)(site, `r${at}`, { require: refs });
            }
          }, ordering);
          expect(finishes(graph)).to.equal(true);
          for (const [at, { requires }] of resources.entries()) {
            for (const pick of at === 0 ? [] : requires)
              expect(waitsFor(graph, `r${at}`, `r${earlier(at, pick)}`)).to.equal(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('needs a number of edges that is proportional to the catalog', async () => {
    const edgesOf = async (count: number) => {
      const graph = await graphOf((site) => {
        for (let at = 0; at < count; at++) new (types[at % 4] as typeof Plain)(site, `r${at}`);
      });
      return graph.edges.length;
    };
    expect(await edgesOf(2000)).to.be.below(2.2 * (await edgesOf(1000)));
  });
});

/** Whether every node's turn comes. */
function finishes({ size, successors }: Graph): boolean {
  const waiting = new Int32Array(size);
  for (const target of successors.targets) waiting[target] = (waiting[target] as number) + 1;
  const free = [...waiting.keys()].filter((node) => waiting[node] === 0);
  for (const node of free) {
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = successors.targets[slot] as number;
      waiting[next] = (waiting[next] as number) - 1;
      if (waiting[next] === 0) free.push(next);
    }
  }
  return free.length === size;
}
