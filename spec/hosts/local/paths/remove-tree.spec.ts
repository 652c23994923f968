import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { localHost } from '../../../../src/hosts/local/local-host.js';

describe('removing a directory of this machine with all that is in it', () => {
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'glance-apply-tree-')));
    await mkdir(join(root, 'tree/sub/deep'), { recursive: true });
    for (const name of ['a', 'sub/b', 'sub/deep/c']) await writeFile(join(root, 'tree', name), '');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('follows no links, and takes names that are not UTF-8', async () => {
    await mkdir(join(root, 'kept'));
    await writeFile(join(root, 'kept/file'), '');
    await symlink('../../kept', join(root, 'tree/sub/link'));
    await writeFile(Buffer.concat([Buffer.from(join(root, 'tree/caf')), Buffer.from([0xe9])]), '');
    await localHost().files.remove(join(root, 'tree'), { recursive: true });
    expect((await readdir(root, { recursive: true })).sort()).to.deep.equal(['kept', 'kept/file']);
  });

  it('goes deeper than directories are held open', async () => {
    await mkdir(join(root, 'tree', ...Array.from({ length: 300 }, () => 'd')), { recursive: true });
    await localHost().files.remove(join(root, 'tree'), { recursive: true });
    expect(await readdir(root)).to.deep.equal([]);
  });

  it('stops where somebody moves a directory out of it meanwhile', async () => {
    const names = Array.from({ length: 100 }, () => 'd');
    await mkdir(join(root, 'tree', ...names), { recursive: true });
    await mkdir(join(root, 'kept/of/another'), { recursive: true });
    const { rmdirSync } = fs;
    fs.rmdirSync = ((path: Buffer) => {
      rmdirSync(path);
      if (!String(path).endsWith('/d')) return;
      fs.rmdirSync = rmdirSync;
      syncBuiltinESMExports();
      // The levels above are closed by now, and are found by the dots of this one.
      fs.renameSync(join(root, 'tree', ...names.slice(0, 20)), join(root, 'kept/moved'));
    }) as typeof rmdirSync;
    syncBuiltinESMExports();
    try {
      const error = await localHost()
        .files.remove(join(root, 'tree'), { recursive: true })
        .catch((thrown: Error) => thrown);
      expect(String(error)).to.contain('another process has moved a directory out of it in the meantime');
      expect((await readdir(join(root, 'kept'), { recursive: true })).sort()).to.include('of/another');
    } finally {
      fs.rmdirSync = rmdirSync;
      syncBuiltinESMExports();
    }
  });

  it('removes the rest where something is mounted in it, and names what remains', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const mounts = ['a-mount', 'sub/mount'].map((name) => join(root, 'tree', name));
    for (const mount of mounts) await mkdir(mount);
    const script =
      'mount --bind "$1/tree/sub/deep" "$2" && mount --bind "$1/tree/sub/deep" "$3" && shift 3 && exec "$@"';
    const program = fileURLToPath(new URL('../programs/remove-tree.ts', import.meta.url));
    const said = execFileSync(
      'unshare',
      [
        ...['--mount', 'sh', '-c', script, 'sh', root, ...mounts],
        ...[process.execPath, '--import=tsx/esm', program, join(root, 'tree')],
      ],
      { encoding: 'utf8' },
    );
    const busy = 'it is in use, for instance as a mount point (EBUSY)';
    expect(said.trim().split('\n')).to.have.members(mounts.map((mount) => `cannot remove ${mount}: ${busy}`));
    expect((await readdir(join(root, 'tree'), { recursive: true })).sort()).to.deep.equal([
      'a-mount',
      'sub',
      'sub/mount',
    ]);
  });
});
