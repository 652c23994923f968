import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import { attributesOf } from '../../src/engine/attributes-of.js';
import { Thing } from './world.js';

describe('the attributes of a resource', () => {
  it('are those of its type; a class has none', async () => {
    const { resources } = await compile(manifest((site) => void new Thing(site, 'a')));
    expect(resources.map((resource) => [resource.reference, attributesOf(resource)])).to.deep.equal([
      ['Class[Main]', {}],
      ['Thing[a]', Thing.definition.attributes],
    ]);
  });
});
