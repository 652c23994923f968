import { expect } from 'chai';
import { classType, definedType, parameter, string } from '../../src/catalog/index.js';
import { compiled, Item } from './sample.js';

/** Has members of its own with names that the compiler might use. */
class Own extends classType('own', {}, { doc: 'For this spec.' }) {
  readonly state = 'declared';
  readonly phase = 'declared';
  readonly compilation = undefined;
  readonly compiler = undefined;
  readonly containers = [];

  hear(): string {
    return 'not called by the compiler';
  }

  override declare(): void {
    new Item(this, '/own');
  }
}

class Pair extends definedType('pair_of_items', { first: parameter(string, 'One.') }, { doc: 'Two.' }) {
  readonly state = 'declared';

  override declare(): void {
    new Item(this, `${this.parameters.first}`);
  }
}

describe('what a class or a defined type sees of the compiler', () => {
  it('is nothing, so that it may call its own members as it likes', async () => {
    const catalog = await compiled((site) => {
      site.include(Own);
      new Pair(site, 'p', { first: '/first' });
    });
    expect(catalog.find('item', '/own')?.title).to.equal('/own');
    expect(catalog.find('item', '/first')?.title).to.equal('/first');
  });

  it('finds resources of native and defined types by title, as it finds classes', async () => {
    await compiled((site) => {
      expect(site.find(Item, '/a')).to.equal(undefined);
      const item = new Item(site, '/a');
      const pair = new Pair(site, 'p', { first: '/first' });
      expect(site.find(Item, '/a')).to.equal(item);
      expect(site.find(Pair, 'p')).to.equal(pair);
      expect(site.find(Own)).to.equal(undefined);
      expect(site.include(Own)).to.equal(site.find(Own));
    });
  });
});
