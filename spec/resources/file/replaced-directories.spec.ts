import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File, Tidy } from '../../../src/resources/index.js';
import { Workbench } from './workbench.js';

describe('a directory that somebody replaces with a link between the look at it and a removal', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
    for (const name of ['hostile/sub', 'precious']) {
      await mkdir(bench.path(name), { recursive: true });
      await writeFile(bench.path(name, 'x'), '');
    }
    const { files } = bench.host;
    const remove = files.remove.bind(files);
    let replaced = false;
    files.remove = async (path, options) => {
      if (!replaced && path.endsWith('/x') && path.includes('/sub/')) {
        replaced = true;
        await rename(bench.path('hostile/sub'), bench.path('elsewhere'));
        await symlink(bench.path('precious'), bench.path('hostile/sub'));
      }
      return remove(path, options);
    };
  });
  afterEach(() => bench.close());

  for (const [what, body] of [
    ['a tidy', (site: Scope) => void new Tidy(site, bench.path('hostile'), { recurse: true })],
    [
      'a purge',
      (site: Scope) =>
        void new File(site, bench.path('hostile'), { ensure: 'directory', recurse: true, purge: true }),
    ],
  ] as const) {
    it(`does not lead ${what} to what the link points to`, async () => {
      await writeFile(bench.path('hostile/sub/x'), '');
      const error = await bench.apply(body).catch((thrown: Error) => thrown);
      expect(String(error)).to.include("'sub' is no directory any more");
      expect(await readdir(bench.path('precious'))).to.deep.equal(['x']);
    });
  }
});
