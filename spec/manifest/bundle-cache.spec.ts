import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BundleCache } from '../../src/manifest/bundle-cache.js';
import { cacheDirectories, type PrivateDirectory } from '../../src/manifest/cache-directories.js';
import { checksum } from '../../src/manifest/preserve-locations.js';

async function firstDirectory(cacheHome: string): Promise<PrivateDirectory> {
  for await (const directory of cacheDirectories({ XDG_CACHE_HOME: cacheHome })) return directory;
  throw new Error('there is none');
}

describe('the cache of bundled manifests', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cache-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  describe('its folder', () => {
    it('is made for its owner alone, and made so again where others may look into it', async () => {
      const { path, isPersistent: lasting } = await firstDirectory(folder);
      expect({ path, lasting }).to.deep.equal({ path: join(folder, 'glance-apply'), lasting: true });
      expect((await stat(path)).mode & 0o777).to.equal(0o700);
      await chmod(path, 0o755);
      await firstDirectory(folder);
      expect((await stat(path)).mode & 0o777).to.equal(0o700);
    });

    it('is a temporary one where others could have put something into the usual one, or put another in its place', async () => {
      const { path } = await firstDirectory(folder);
      const changes: readonly (readonly [string, () => Promise<void>, () => Promise<void>])[] = [
        ['the folder', () => chmod(path, 0o777), () => chmod(path, 0o700)],
        ['the one above', () => chmod(folder, 0o777), () => chmod(folder, 0o700)],
        [
          'a bundle',
          () => writeFile(join(path, 'x.mjs'), '').then(() => chmod(join(path, 'x.mjs'), 0o666)),
          () => rm(join(path, 'x.mjs')),
        ],
      ];
      for (const [name, open, close] of changes) {
        await open();
        const other = await firstDirectory(folder);
        expect(other.isPersistent, name).to.equal(false);
        await rm(other.path, { recursive: true });
        await close();
        expect((await firstDirectory(folder)).isPersistent, name).to.equal(true);
      }
    });

    it('is a temporary one where the usual one is a link to somewhere else', async () => {
      await mkdir(join(folder, 'elsewhere'));
      await symlink(join(folder, 'elsewhere'), join(folder, 'glance-apply'));
      const { path, isPersistent: lasting } = await firstDirectory(folder);
      await rm(path, { recursive: true });
      expect(lasting).to.equal(false);
      expect(path.startsWith(join(folder, 'elsewhere'))).to.equal(false);
    });

    it('is a temporary one where the usual one cannot be made', async () => {
      const { path, isPersistent: lasting } = await firstDirectory('/dev/null');
      expect((await stat(path)).mode & 0o777).to.equal(0o700);
      await rm(path, { recursive: true });
      expect(lasting).to.equal(false);
    });
  });

  describe('without room in its folder', () => {
    it('is followed by temporary folders, so that manifests are loaded all the same', async () => {
      const folders: string[] = [];
      for await (const { path, isPersistent: lasting } of cacheDirectories({ XDG_CACHE_HOME: folder })) {
        folders.push(path);
        if (!lasting) await rm(path, { recursive: true });
      }
      expect(folders[0]).to.equal(join(folder, 'glance-apply'));
      expect(folders.slice(1).some((path) => path.startsWith(`${tmpdir()}/`))).to.equal(true);
      expect(folders.some((path) => path.startsWith('/dev/shm/'))).to.equal(true);
    });
  });

  describe('an entry', () => {
    const code = 'export default 1;\n';

    async function kept(): Promise<{ cache: BundleCache; input: string; path: string }> {
      const input = join(folder, 'site.ts');
      await writeFile(input, 'source');
      const cache = new BundleCache({ path: folder, isPersistent: true }, input);
      const inputs = { [input]: checksum('source'), [join(folder, 'tsconfig.json')]: 'absent' };
      return { cache, input, path: await cache.write({ code, inputs, packages: [] }) };
    }

    it('is made again where a pipe is in its place or in that of what it was made of', async () => {
      const { cache, input } = await kept();
      await rm(input);
      execFileSync('mkfifo', [input]);
      expect(await cache.find()).to.equal(undefined);
      const [index = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      await rm(join(folder, index));
      execFileSync('mkfifo', [join(folder, index)]);
      expect(await cache.find()).to.equal(undefined);
      const path = await cache.write({ code, inputs: {}, packages: [] });
      expect((await cache.find())?.path).to.equal(path);
    });

    it('is found while all that it was made of is the same', async () => {
      const { cache, path } = await kept();
      expect((await cache.find())?.path).to.equal(path);
      expect(await readFile(path, 'utf8')).to.equal(code);
    });

    it('is not found once a source has changed, gone, or come', async () => {
      const { cache, input } = await kept();
      await writeFile(input, 'other');
      expect(await cache.find()).to.equal(undefined);
      await writeFile(input, 'source');
      await writeFile(join(folder, 'tsconfig.json'), '{}');
      expect(await cache.find()).to.equal(undefined);
      await rm(join(folder, 'tsconfig.json'));
      await rm(input);
      expect(await cache.find()).to.equal(undefined);
    });

    it('is not found where its index is cut off or its code is gone', async () => {
      const { cache, path } = await kept();
      const index = path.replace(/-[0-9a-f]+\.mjs$/, '.json');
      const whole = await readFile(index, 'utf8');
      await writeFile(index, whole.slice(0, 20));
      expect(await cache.find()).to.equal(undefined);
      await writeFile(index, whole);
      await rm(path);
      expect(await cache.find()).to.equal(undefined);
    });

    it('takes the place of the one before', async () => {
      const { cache, path } = await kept();
      const next = await cache.write({ code: 'export default 2;\n', inputs: {}, packages: [] });
      expect((await cache.find())?.path).to.equal(next);
      expect(await stat(path).catch(() => 'gone')).to.equal('gone');
    });
  });
});
