import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { autorequire, paths } from '../../../src/resources/file/relations.js';

describe('a file comes after', () => {
  async function desiredOf(attributes: ConstructorParameters<typeof File>[2]): Promise<never> {
    const catalog = await compile(
      manifest((site) => {
        new File(site, '/etc/glance/policy.d/x', attributes);
      }),
    );
    return catalog.find('file', '/etc/glance/policy.d/x')?.desired as never;
  }

  const predecessors = async (attributes: ConstructorParameters<typeof File>[2]) =>
    [...autorequire(await desiredOf(attributes))].map(String);

  it('its owner and group, if they are names', async () => {
    expect(await predecessors({ owner: 'glance', group: 'images' })).to.deep.equal([
      'User[glance]',
      'Group[images]',
    ]);
    expect(await predecessors({ owner: '0', group: '0' })).to.deep.equal([]);
  });

  it('its target', async () => {
    expect(await predecessors({ target: '../y' })).to.deep.equal(['File[/etc/glance/y]']);
  });

  it('the directory that it is in, and all that is below its source on the host', async () => {
    expect([...paths(await desiredOf({ source: ['/srv/policies', 'file:///elsewhere'] }))]).to.deep.equal([
      { use: 'manages', path: '/etc/glance/policy.d/x' },
      { use: 'needs', path: '/etc/glance/policy.d' },
      { use: 'reads', path: '/srv/policies' },
    ]);
  });
});
