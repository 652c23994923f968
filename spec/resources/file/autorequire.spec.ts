import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { autorequire } from '../../../src/resources/file/autorequire.js';
import { File } from '../../../src/resources/file/file.js';

describe('a file comes after', () => {
  /** What it names of a catalog with these files in it. */
  async function predecessors(
    attributes: ConstructorParameters<typeof File>[2],
    ...files: string[]
  ): Promise<string[]> {
    const catalog = await compile(
      manifest((site) => {
        new File(site, '/etc/glance/policy.d/x', attributes);
      }),
    );
    const wanted = catalog.find('file', '/etc/glance/policy.d/x')?.wanted;
    const view = { has: (type: string, title: string) => type === 'file' && files.includes(title) };
    return [...autorequire(wanted as never, view)].map(String);
  }

  it('the nearest of its directories that is managed', async () => {
    expect(await predecessors({}, '/etc', '/etc/glance', '/var')).to.deep.equal(['File[/etc/glance]']);
  });

  it('its owner and group, where they are names', async () => {
    expect(await predecessors({ owner: 'glance', group: 'images' })).to.deep.equal([
      'User[glance]',
      'Group[images]',
    ]);
    expect(await predecessors({ owner: '0', group: '0' })).to.deep.equal([]);
  });

  it('what it points to', async () => {
    expect(await predecessors({ target: '../y' })).to.deep.equal(['File[/etc/glance/y]']);
  });
});
