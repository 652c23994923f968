import { expect } from 'chai';
import fc from 'fast-check';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { PathIndex } from '../../../src/engine/graph/path-index.js';
import { Exec, File } from '../../../src/resources/index.js';

const indexOf = async (body: (site: Scope) => void) => {
  const catalog = await compile(manifest(body));
  const index = new PathIndex(catalog);
  const titles = (found: readonly number[]) => found.map((one) => catalog.resources[one]?.title);
  return { index, titles };
};

describe('the index of paths', () => {
  it('finds everything that is managed below a directory, and nothing else, for any order of declarations', async () => {
    const part = fc.constantFrom('a', 'b', 'b-', 'b0', 'c');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), async (paths) => {
        const { index, titles } = await indexOf((site) => {
          for (const one of paths) new File(site, one, { content: '' });
        });
        for (const directory of ['/', ...paths]) {
          const prefix = directory === '/' ? '/' : `${directory}/`;
          expect(titles(index.below(directory)), directory).to.have.members(
            paths.filter((one) => one.startsWith(prefix)),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('finds what manages a path, or else the nearest managed directory above it', async () => {
    const { index, titles } = await indexOf((site) => {
      new File(site, '/srv/app', { ensure: 'directory' });
      new File(site, '/srv/app/list', { content: '' });
      new Exec(site, 'make', { command: '/usr/bin/make', creates: '/srv/app/made' });
    });
    expect(titles(index.nearest('/srv/app/list'))).to.deep.equal(['/srv/app/list']);
    expect(titles(index.nearest('/srv/app/made'))).to.deep.equal(['make']);
    expect(titles(index.nearest('/srv/app/a/b'))).to.deep.equal(['/srv/app']);
    expect(titles(index.nearest('/srv/other'))).to.deep.equal([]);
    expect(titles(index.nearest('relative/path'))).to.deep.equal([]);
    expect(titles(index.files('/srv/app/made'))).to.deep.equal([]);
    expect(titles(index.files('/srv/app/list'))).to.deep.equal(['/srv/app/list']);
  });
});
