import fs from 'node:fs';
import { mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { PathWalk } from '../../../src/hosts/local/paths/path-walk.js';
import { resolvePath } from '../../../src/hosts/local/resolve-path.js';
import { readStatus } from '../../../src/hosts/local/stat.js';

describe('a link that is replaced while it is looked at', () => {
  const { readlinkSync } = fs;
  let folder: string;
  let path: string;
  let walk: PathWalk;
  beforeEach(async () => {
    walk = new PathWalk();
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-settled-'));
    path = join(folder, 'link');
    await symlink('nothing', path);
  });
  afterEach(async () => {
    walk.close();
    fs.readlinkSync = readlinkSync;
    syncBuiltinESMExports();
    await rm(folder, { recursive: true });
  });

  /** Replaces the link just before its target is asked for. */
  function replaceBy(replace: () => void): void {
    fs.readlinkSync = ((...args: Parameters<typeof readlinkSync>) => {
      fs.readlinkSync = readlinkSync;
      syncBuiltinESMExports();
      fs.unlinkSync(path);
      replace();
      return readlinkSync(...args);
    }) as typeof readlinkSync;
    syncBuiltinESMExports();
  }

  it('is what it was replaced by', () => {
    replaceBy(() => fs.writeFileSync(path, 'content'));
    expect(readStatus(path, walk)).to.include({ kind: 'file', size: 7 });
  });

  it('is not there where it was removed', () => {
    replaceBy(() => {});
    expect(readStatus(path, walk)).to.equal(undefined);
  });

  it('is resolved as what it was replaced by', () => {
    replaceBy(() => fs.writeFileSync(path, 'content'));
    expect(resolvePath(path, walk)).to.deep.include({ entry: path, path });
  });

  it('is refused where its target cannot be known', async () => {
    fs.readlinkSync = (() => {
      throw Object.assign(new Error('no target'), { code: 'ENOENT' });
    }) as unknown as typeof readlinkSync;
    syncBuiltinESMExports();
    expect(readStatus(path, walk)).to.be.an.instanceOf(Error);
    await unlink(path);
    await writeFile(path, '');
    expect(readStatus(path, walk)).to.include({ kind: 'file' });
  });
});
