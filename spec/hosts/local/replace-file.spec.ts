import { execFileSync } from 'node:child_process';
import { link, lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { expectRefusal } from '../../../src/testing/conformance/expect-refusal.js';

describe('writing a file of this machine', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('refuses to put a file in the place of a pipe or a device, and leaves it as it is', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const refusal: unknown = await localHost()
      .files.write(pipe, 'x')
      .catch((error: unknown) => error);
    expect(String(refusal)).to.contain('a device, a pipe or a socket');
    expect((await lstat(pipe)).isFIFO()).to.equal(true);
    expect(await readdir(folder)).to.deep.equal(['pipe']);
  });

  it('says so where the file system accepts no new files', async () => {
    const { files } = localHost();
    const path = '/proc/no-such-entry';
    for (const attempt of [
      () => files.write(path, 'x'),
      () => files.makeDirectory(path),
      () => files.link(path, '/nowhere'),
    ]) {
      const { message } = await expectRefusal(attempt(), 'ENOENT', path);
      expect(message).to.match(/: the file system of \/proc accepts no new files \(ENOENT\)$/);
    }
    await expectRefusal(files.write('/proc/version', 'x'), 'ENOENT', '/proc/version');
  });

  it('says so where not even root may make a file', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const path = '/sys/no-such-entry';
    const error: unknown = await localHost()
      .files.write(path, 'x')
      .catch((thrown: unknown) => thrown);
    expect(String(error)).to.match(/not even root can create a file in \/sys:|mounted read-only/);
  });

  it('still says so where the directory is missing', async () => {
    const path = join(folder, 'missing/file');
    const { message } = await expectRefusal(localHost().files.write(path, 'x'), 'ENOENT', path);
    expect(message).to.include(`the directory ${folder}/missing does not`);
  });

  it('removes what killed writings of the same file have left, and nothing else', async () => {
    const left = ['.file.glance-apply-0123456789ab', '.file.glance-apply-ba9876543210'];
    const foreign = [
      '.file.glance-apply-copy-0123456789ab',
      '.file.glance-apply-notes',
      '.other.glance-apply-0123456789ab',
    ];
    for (const name of [...left, ...foreign]) await writeFile(join(folder, name), '');
    const { files } = localHost();
    await files.write(join(folder, 'file'), 'x');
    expect((await readdir(folder)).sort()).to.deep.equal([...foreign, 'file'].sort());
    await files.remove(join(folder, 'other'));
    expect(await readdir(folder)).to.not.include('.other.glance-apply-0123456789ab');
  });

  it('gives the name that was asked for a file of its own where a file has several', async () => {
    const { files } = localHost();
    await files.write(join(folder, 'one'), 'old');
    await link(join(folder, 'one'), join(folder, 'two'));
    await files.write(join(folder, 'one'), 'new');
    expect(await readFile(join(folder, 'one'), 'utf8')).to.equal('new');
    expect(await readFile(join(folder, 'two'), 'utf8')).to.equal('old');
  });

  it('overwrites a file in place on which another is mounted, and keeps its mode', async function () {
    if (process.getuid?.() !== 0) this.skip();
    const [outside, inside] = [join(folder, 'outside'), join(folder, 'inside')];
    await writeFile(outside, 'a long content that was there before', { mode: 0o640 });
    await writeFile(inside, '');
    const script = 'mount --bind "$0" "$1" && shift && exec "$@"';
    const program = fileURLToPath(new URL('programs/write-file.ts', import.meta.url));
    execFileSync('unshare', [
      ...['--mount', 'sh', '-c', script, outside, inside],
      ...[process.execPath, '--import=tsx/esm', program, inside, '5'],
    ]);
    expect(await readFile(outside, 'utf8')).to.equal('xxxxx');
    expect((await lstat(outside)).mode & 0o7777).to.equal(0o640);
    expect(await readdir(folder)).to.deep.equal(['inside', 'outside']);
  });
});

describe('listing a directory of this machine', () => {
  it('names what is not UTF-8, and takes replacement characters for what they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
    try {
      const { files } = localHost();
      await writeFile(join(folder, '\uFFFD'), '');
      expect(await files.list(folder)).to.deep.equal(['\uFFFD']);
      await writeFile(
        Buffer.concat([Buffer.from(`${folder}/caf !'\\~`), Buffer.from([0x1f, 0x7f, 0xe9])]),
        '',
      );
      const refusal: unknown = await files.list(folder).catch((error: unknown) => error);
      expect(refusal).to.have.property(
        'message',
        `cannot list ${folder}: names in it are not UTF-8: $'caf !\\x27\\x5c~\\x1f\\x7f\\xe9'; rename or remove them`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
