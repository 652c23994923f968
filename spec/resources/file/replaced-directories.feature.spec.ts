import { chmod, mkdir, readdir, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File, Tidy } from '../../../src/resources/index.js';
import { Workbench } from './workbench.js';

describe('a directory that is replaced with a link between a check and a removal', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
    for (const name of ['hostile/sub', 'precious']) {
      await mkdir(bench.path(name), { recursive: true });
      await writeFile(bench.path(name, 'x'), '');
    }
    const { files } = bench.host;
    const remove = files.remove.bind(files);
    const setAccess = files.setAccess.bind(files);
    let replaced = false;
    const replace = async (path: string) => {
      if (replaced || !path.endsWith('/sub/x')) return;
      replaced = true;
      await rename(bench.path('hostile/sub'), bench.path('elsewhere'));
      await symlink(bench.path('precious'), bench.path('hostile/sub'));
    };
    files.remove = async (path, options) => {
      await replace(path);
      return remove(path, options);
    };
    files.setAccess = async (path, access, options) => {
      await replace(path);
      return setAccess(path, access, options);
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
    [
      'a change of permissions',
      (site: Scope) =>
        void new File(site, bench.path('hostile'), { ensure: 'directory', recurse: true, mode: '0666' }),
    ],
  ] as const) {
    it(`does not lead ${what} to what the link points to`, async () => {
      await chmod(bench.path('precious/x'), 0o600);
      const error = await bench.apply(body).catch((thrown: Error) => thrown);
      expect(String(error)).to.include("'sub' is not a directory any more");
      expect(await readdir(bench.path('precious'))).to.deep.equal(['x']);
      expect((await stat(bench.path('precious/x'))).mode & 0o777).to.equal(0o600);
    });
  }
});
