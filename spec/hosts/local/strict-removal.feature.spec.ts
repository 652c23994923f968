import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../../src/hosts/local/local-files.js';
import { openFilesIn } from '../open-files.js';

describe('a strict removal', () => {
  const files = new LocalFiles();
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'glance-apply-strict-')));
    await mkdir(join(root, 'victim/sub'), { recursive: true });
    await writeFile(join(root, 'victim/file'), '');
    await writeFile(join(root, 'victim/sub/file'), '');
  });
  afterEach(async () => {
    expect(openFilesIn(root), 'what was not closed').to.deep.equal([]);
    await rm(root, { recursive: true });
  });
  const left = async () => (await readdir(join(root, 'victim'), { recursive: true })).sort();

  it('removes files, links, empty directories, and with recursive all that is in one', async () => {
    await symlink('file', join(root, 'victim/link'));
    await files.remove(join(root, 'victim/link'), { links: 'none' });
    expect(await left()).to.deep.equal(['file', 'sub', 'sub/file']);
    await files.remove(join(root, 'victim/sub/file'), { links: 'none' });
    await files.remove(join(root, 'victim/sub'), { links: 'none', empty: true });
    expect(await left()).to.deep.equal(['file']);
    await files.remove(join(root, 'victim'), { links: 'none', recursive: true });
    expect(await readdir(root)).to.deep.equal([]);
  });

  it('takes what is not there, or whose directory is not, as removed', async () => {
    await files.remove(join(root, 'victim/none'), { links: 'none' });
    await files.remove(join(root, 'none/none'), { links: 'none' });
    expect(await left()).to.deep.equal(['file', 'sub', 'sub/file']);
  });

  it('refuses what should be in a directory that has become a file or a pipe, of which nothing is read', async () => {
    execFileSync('mkfifo', [join(root, 'victim/pipe')]);
    for (const name of ['file', 'pipe']) {
      const path = join(root, 'victim', name, 'x');
      const error = await files.remove(path, { links: 'none' }).catch((thrown: Error) => thrown);
      expect(String(error)).to.include(`'${name}' is not a directory any more`);
    }
    await rm(join(root, 'victim/pipe'));
  });

  for (const [what, options] of [
    ['a file', {}],
    ['a directory', { recursive: true }],
  ] as const) {
    it(`refuses ${what} that a link on the way leads to`, async () => {
      await symlink('victim', join(root, 'trap'));
      const path = join(root, 'trap', what === 'a file' ? 'sub/file' : 'sub');
      const error = await files.remove(path, { ...options, links: 'none' }).catch((thrown: Error) => thrown);
      expect(String(error)).to.include("'trap' is not a directory any more");
      expect(await left()).to.deep.equal(['file', 'sub', 'sub/file']);
    });
  }
});
