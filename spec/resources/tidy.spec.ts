import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import { LocalFiles } from '../../src/hosts/local/local-files.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { File, Filebucket, Tidy } from '../../src/resources/index.js';
import { findRemovable } from '../../src/resources/tidy/find-removable.js';
import { toBytes, toSeconds } from '../../src/resources/tidy/value-types.js';
import { thisMachine } from '../hosts/this-machine.js';
import { converge, inDirectory, only } from './converge.js';

describe('the units of a tidy', () => {
  it('are days and kilobytes by default', () => {
    expect(toSeconds('2')).to.equal(2 * 86_400);
    expect(toBytes('2')).to.equal(2048);
  });

  it('are identified by their first letters', () => {
    expect(['3s', '3m', '3hours', '3D', '3w'].map(toSeconds)).to.deep.equal([
      3, 180, 10_800, 259_200, 1_814_400,
    ]);
    expect(['3b', '3k', '3MB', '3g', '3t'].map(toBytes)).to.deep.equal(
      [0, 1, 2, 3, 4].map((power) => 3 * 1024 ** power),
    );
  });
});

describe('what a tidy finds', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'glance-apply-tidy-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function found(given: object, managed: readonly string[] = []): Promise<string[]> {
    const session = { host: { files: new LocalFiles() }, managed: () => new Set(managed) };
    const desired = {
      path: root,
      recurse: true,
      type: 'mtime',
      rmdirs: true,
      max_files: 0,
      backup: false,
      ...given,
    };
    const { removable } = await findRemovable(session as never, desired as never);
    return removable.map(({ path }) => path.slice(root.length + 1));
  }

  it('is in the order in which it can be removed', async () => {
    await mkdir(join(root, 'a/b'), { recursive: true });
    await writeFile(join(root, 'a/b/c'), '');
    expect(await found({})).to.deep.equal(['a/b/c', 'a/b', 'a', '']);
  });

  it('has no directory in which something stays', async () => {
    await mkdir(join(root, 'a/b'), { recursive: true });
    await writeFile(join(root, 'a/b/kept'), '');
    await writeFile(join(root, 'a/x'), '');
    expect(await found({}, [join(root, 'a/b/kept')])).to.deep.equal(['a/x']);
  });

  it('has no directory that is deeper than it may look', async () => {
    await mkdir(join(root, 'a/b'), { recursive: true });
    expect(await found({ recurse: 1 })).to.deep.equal([]);
  });

  it('has nothing that is managed under another name of the directory', async () => {
    await mkdir(join(root, 'real/sub'), { recursive: true });
    await writeFile(join(root, 'real/sub/kept'), '');
    await writeFile(join(root, 'real/x'), '');
    await symlink('real', join(root, 'other'));
    const managed = [join(root, 'other/sub/kept')];
    expect(await found({ path: join(root, 'real') }, managed)).to.deep.equal(['real/x']);
    const through = { path: join(root, 'other/sub'), rmdirs: false };
    expect(await found(through, [join(root, 'real/sub/kept')])).to.deep.equal([]);
  });

  it('follows no links', async () => {
    await symlink('/etc', join(root, 'l'));
    expect(await found({ rmdirs: false })).to.deep.equal(['l']);
  });

  it('does not take a directory for new because it has just been looked into', async () => {
    await mkdir(join(root, 'a'));
    const old = new Date(Date.now() - 20 * 86_400_000);
    await utimes(join(root, 'a'), old, old);
    await readdir(join(root, 'a'));
    expect(await found({ type: 'atime', age: '1w' })).to.deep.equal(['a']);
  });
});

describe('a tidy that cannot remove something', () => {
  it('removes the rest, and fails with what remains', async () => {
    const files = { '/d/a': '', '/d/sub/busy': '', '/d/sub/b': '', '/d/odd/held': '', '/d/z/c': '' };
    const host = new SimulatedHost({ files });
    host.files.faults.add('/d/sub/busy', 'EBUSY', 'change');
    host.files.faults.add('/d/odd/held', 'EPERM', 'change');
    const report = only(
      await converge(host, (site) => void new Tidy(site, '/d', { recurse: true, rmdirs: true })),
    );
    expect(report?.outcome).to.equal('failed');
    expect(report?.reason?.split('\n')).to.have.members([
      'cannot remove /d/sub/busy: it is in use, for instance as a mount point (EBUSY)',
      'cannot remove /d/odd/held: the system does not permit it; run this as root, and see whether the file is immutable (lsattr) (EPERM)',
    ]);
    expect(await host.files.list('/d')).to.deep.equal(['odd', 'sub']);
    expect(await host.files.list('/d/sub')).to.deep.equal(['busy']);
  });
});

describe('a tidy that is not alone', () => {
  const replacements: Readonly<Record<string, (path: string) => void>> = {
    'a file of the same time has come in its place': (path) => {
      writeFileSync(path, 'longer than it was');
      utimesSync(path, 1000, 1000);
    },
    'a file of the same length has come in its place': (path) => writeFileSync(path, 'NEW'),
    'others may read it by now': (path) => chmodSync(path, 0o604),
    'it has another owner by now': (path) => chownSync(path, 1, 0),
    'it has another group by now': (path) => chownSync(path, 0, 1),
    'a link has come in its place': (path) => {
      rmSync(path);
      symlinkSync('/etc/hostname', path);
    },
    'a directory has come in its place': (path) => {
      rmSync(path);
      mkdirSync(path, { mode: 0o600 });
    },
    'it is gone': (path) => rmSync(path),
  };
  for (const [what, replace] of Object.entries(replacements)) {
    it(`leaves alone what it found where ${what}`, function () {
      if (what.includes('another') && process.getuid?.() !== 0) return this.skip();
      return inDirectory(async (directory) => {
        const [state, folder] = [join(directory, 'state'), join(directory, 'folder')];
        const [first, second] = [join(folder, 'z'), join(folder, 'a')];
        await mkdir(folder);
        for (const path of [first, second]) {
          await writeFile(path, 'old', { mode: 0o600 });
          await utimes(path, 1000, 1000);
        }
        const host = thisMachine();
        const remove = host.files.remove.bind(host.files);
        host.files.remove = async (path, options) => {
          await remove(path, options);
          if (path === first) replace(second);
        };
        const report = await converge(host, (site) => void new Tidy(site, folder, { recurse: true }), {
          stateDirectory: state,
        });
        expect(only(report)?.outcome).to.equal('changed');
        expect(await readdir(folder)).to.deep.equal(what === 'it is gone' ? [] : ['a']);
      });
    });
  }

  it('removes all names of a file at once', () =>
    inDirectory(async (directory) => {
      const [state, folder] = [join(directory, 'state'), join(directory, 'folder')];
      await mkdir(folder);
      await writeFile(join(folder, 'a'), 'x');
      for (const name of ['b', 'c']) await link(join(folder, 'a'), join(folder, name));
      await converge(thisMachine(), (site) => void new Tidy(site, folder, { recurse: true, rmdirs: true }), {
        stateDirectory: state,
      });
      expect(await readdir(directory)).to.deep.equal(['state']);
    }));
});

describe('a filebucket', () => {
  it('has to be declared where a file or a tidy names it', async () => {
    const named = manifest((site) => {
      new File(site, '/etc/motd', { content: '', backup: 'main' });
      new Tidy(site, '/tmp', { backup: 'mian' });
      new Tidy(site, '/var/tmp', { backup: 'elsewhere' });
      new Filebucket(site, 'mine', { path: '/var/bucket' });
    });
    const message = await compile(named).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).to.match(/names the filebucket 'main', which nothing declares/);
    expect(message).to.include('declare Filebucket[elsewhere]');
    expect(message).to.match(/names the filebucket 'mian', which nothing declares/);
  });

  it('is there by itself under the name puppet', async () => {
    const named = manifest((site) => void new File(site, '/etc/motd', { content: '', backup: 'puppet' }));
    const { resources } = await compile(named);
    expect(resources.some(({ type }) => type === 'file')).to.equal(true);
  });
});
