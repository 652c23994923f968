import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

describe('pipes, sockets and directories in the way of a file', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  type Attributes = ConstructorParameters<typeof File>[2];
  const one = (name: string, attributes: Attributes) => (site: Scope) =>
    void new File(site, bench.path(name), attributes);
  const pipe = (...names: string[]) => execFileSync('mkfifo', [bench.path(...names)]);
  const only = async (body: (site: Scope) => void) => [...(await bench.plan(body)).values()][0];

  it('a pipe is replaced with ensure: file, and removed with absent', async () => {
    pipe('p');
    await bench.apply(one('p', { ensure: 'file', content: 'hello' }));
    expect(await readFile(bench.path('p'), 'utf8')).to.equal('hello');
    pipe('q');
    await bench.apply(one('q', { ensure: 'absent' }));
    expect(await readdir(bench.directory)).to.deep.equal(['p']);
  });

  it('a pipe that may stay is not silently left without its content', async () => {
    pipe('p');
    expect(await only(one('p', { ensure: 'present', content: 'hello' }))).to.match(
      /is a pipe, which has no content; set ensure: 'file' to replace it/,
    );
    expect(await bench.plan(one('p', { ensure: 'present' }))).to.have.property('size', 0);
  });

  it('a socket is named, as a source too', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(bench.path('s'), done));
    try {
      expect(await only(one('s', { ensure: 'present', content: 'x' }))).to.include('is a socket');
      expect(await only(one('f', { source: bench.path('s') }))).to.match(
        /its source .* is a socket, which has no content/,
      );
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it('a device is named, and not removed without force', async () => {
    const manifest = (attributes: Attributes) => (site: Scope) =>
      void new File(site, '/dev/null', attributes);
    expect(await only(manifest({ ensure: 'file', content: 'x' }))).to.match(
      /\/dev\/null is a device, and is not removed/,
    );
    expect(await only(manifest({ ensure: 'absent' }))).to.match(
      /\/dev\/null is a device, and is not removed/,
    );
    expect(await only(one('f', { source: '/dev/zero' }))).to.match(/its source \/dev\/zero is a device/);
  });

  it('a pipe in a directory gets owner and mode like everything else in it, and is purged', async () => {
    await mkdir(bench.path('d'));
    pipe('d', 'p');
    await bench.apply(one('d', { ensure: 'directory', recurse: true, mode: '0700' }));
    const status = await lstat(bench.path('d', 'p'));
    expect([status.isFIFO(), status.mode & 0o777]).to.deep.equal([true, 0o700]);
    await bench.apply(one('d', { ensure: 'directory', recurse: true, purge: true }));
    expect(await readdir(bench.path('d'))).to.deep.equal([]);
  });

  it('a pipe in a source is an error', async () => {
    await mkdir(bench.path('from'));
    await writeFile(bench.path('from', 'f'), 'x');
    pipe('from', 'p');
    const attributes = { ensure: 'directory', recurse: true, source: bench.path('from') } as const;
    await mkdir(bench.path('to'));
    expect(await only(one('to', attributes))).to.match(
      /its source contains .*\/from\/p, a pipe that cannot be copied; add it to ignore/,
    );
    await bench.apply(one('to', { ...attributes, ignore: 'p' }));
    expect(await readdir(bench.path('to'))).to.deep.equal(['f']);
  });

  describe('a directory that is replaced or removed', () => {
    beforeEach(async () => {
      await mkdir(bench.path('d', 'deep'), { recursive: true });
      await writeFile(bench.path('d', 'deep', 'f'), 'x', { mode: 0o640 });
      await symlink('deep', bench.path('d', 'link'));
    });

    it('is copied beside itself with its content if backup is a suffix', async () => {
      await bench.apply(one('d', { ensure: 'file', content: 'a file', force: true, backup: '.bak' }));
      expect(await readFile(bench.path('d'), 'utf8')).to.equal('a file');
      expect(await readFile(bench.path('d.bak', 'deep', 'f'), 'utf8')).to.equal('x');
      expect((await lstat(bench.path('d.bak', 'deep', 'f'))).mode & 0o777).to.equal(0o640);
      expect(await readlink(bench.path('d.bak', 'link'))).to.equal('deep');
    });

    it('stays if its older copy would be lost', async () => {
      await mkdir(bench.path('d.bak'));
      await writeFile(bench.path('d.bak', 'older'), 'copy');
      await bench.apply(one('d', { ensure: 'absent', force: true, backup: '.bak' })).then(
        () => expect.fail('it was removed'),
        (error: Error) => expect(error.message).to.match(/its older copy .*d\.bak would be replaced/),
      );
      expect(await readFile(bench.path('d', 'deep', 'f'), 'utf8')).to.equal('x');
      expect(await readFile(bench.path('d.bak', 'older'), 'utf8')).to.equal('copy');
    });

    it('is kept file by file in the state directory otherwise', async () => {
      await bench.apply(one('d', { ensure: 'absent', force: true }));
      expect([...bench.kept]).to.deep.equal([[bench.path('d', 'deep', 'f'), 'x']]);
    });
  });

  it('a purged file is not copied beside itself, because the next run would purge the copy', async () => {
    await mkdir(bench.path('d'));
    await writeFile(bench.path('d', 'f'), 'x');
    const manifest = one('d', { ensure: 'directory', recurse: true, purge: true, backup: '.bak' });
    await bench.apply(manifest);
    expect(await bench.apply(manifest)).to.deep.equal({});
    expect(bench.kept.get(bench.path('d', 'f'))).to.equal('x');
  });

  it('a link that is replaced is kept beside itself as the link that it was', async () => {
    await symlink('/old', bench.path('l'));
    await bench.apply(one('l', { ensure: 'file', content: 'x', backup: '.bak' }));
    expect(await readlink(bench.path('l.bak'))).to.equal('/old');
  });
});
