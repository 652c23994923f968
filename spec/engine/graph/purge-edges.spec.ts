import { expect } from 'chai';
import { classType, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { buildGraph } from '../../../src/engine/graph/build-graph.js';
import { Anchor } from '../../../src/resources/anchor.js';
import { Resources } from '../../../src/resources/index.js';
import { Batched, Thing } from '../world.js';

class Holder extends classType('holder', {}, { doc: 'Declares a thing.' }) {
  override declare(): void {
    new Thing(this, 'held');
  }
}

/** What a purge adds to the order of a catalog: from, to, and whether a change passes a refresh on. */
async function added(body: (site: Scope) => void): Promise<[from: string, to: string, refresh: boolean][]> {
  const graph = buildGraph(await compile(manifest(body)));
  return graph.edges
    .filter(({ origin }) => origin === 'purge')
    .map(({ source, target, refresh }) => [
      graph.resource(source).title,
      graph.resource(target).title,
      refresh,
    ]);
}

describe('the position of a purge', () => {
  it('is after all resources of its type, which do not refresh it, and after nothing else', async () => {
    const edges = await added((site) => {
      new Resources(site, 'thing', { purge: true });
      new Thing(site, 'one');
      // Of another kind, whatever it is called.
      new Batched(site, 'thing');
      new Thing(site, 'other');
    });
    expect(edges).to.deep.equal([
      ['one', 'thing', false],
      ['other', 'thing', false],
    ]);
  });

  it('is before what its type is before, and refreshes only what its type refreshes', async () => {
    const edges = await added((site) => {
      new Anchor(site, 'refreshed');
      new Anchor(site, 'ordered');
      new Anchor(site, 'of another kind');
      new Batched(site, 'batched', { notify: Anchor.ref('of another kind') });
      new Thing(site, 'one', { before: Anchor.ref('ordered'), notify: Anchor.ref('refreshed') });
      new Resources(site, 'thing', { purge: true });
    });
    expect(edges).to.have.deep.members([
      ['one', 'thing', false],
      ['thing', 'refreshed', true],
      ['thing', 'ordered', false],
    ]);
  });

  it('is independent of the class that declares a resource of its type, and of what comes after that class', async () => {
    const edges = await added((site) => {
      new Anchor(site, 'after the class');
      new Holder(site, { before: Anchor.ref('after the class') });
      new Resources(site, 'thing', { purge: true });
    });
    expect(edges).to.deep.equal([['held', 'thing', false]]);
  });

  it('is not before itself if a resource of its type comes after it', async () => {
    const edges = await added((site) => {
      new Resources(site, 'thing', { purge: true });
      new Thing(site, 'one', { before: Resources.ref('thing'), notify: Resources.ref('thing') });
    });
    expect(edges).to.deep.equal([]);
  });
});
