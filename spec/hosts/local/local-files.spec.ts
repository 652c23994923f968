import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { HostError } from '../../../src/hosts/host-error.js';
import { LocalFiles } from '../../../src/hosts/local/local-files.js';
import { isTemporaryName, temporaryName } from '../../../src/hosts/temporary-name.js';
import { expectRefusal } from '../../../src/testing/conformance/expect-refusal.js';
import { openFilesIn } from '../open-files.js';

const writer = fileURLToPath(new URL('./programs/write-file.ts', import.meta.url));

describe('the files of this machine', () => {
  const files = new LocalFiles();
  let directory: string;
  const at = (path: string) => join(directory, path);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-files-'));
  });
  afterEach(async () => {
    expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
    await rm(directory, { recursive: true });
  });

  for (const umask of [0, 0o077]) {
    it(`everything has the mode that is asked for, under the umask ${umask.toString(8).padStart(3, '0')}`, async () => {
      const before = process.umask(umask);
      try {
        await files.write(at('plain'), 'x');
        await files.write(at('given'), 'x', { mode: 0o664 });
        await files.append(at('log'), 'x');
        await files.makeDirectory(at('directory'));
        await files.makeDirectory(at('shared'), { mode: 0o1777 });
      } finally {
        process.umask(before);
      }
      const modes = readdirSync(directory).map((name) => [name, statSync(at(name)).mode & 0o7777]);
      expect(Object.fromEntries(modes)).to.deep.equal({
        plain: 0o644,
        given: 0o664,
        log: 0o600,
        directory: 0o755,
        shared: 0o1777,
      });
    });
  }

  it('a link that points there already is left as it is', async () => {
    await files.link(at('link'), 'target');
    const { ino } = lstatSync(at('link'));
    await files.link(at('link'), 'target');
    expect(lstatSync(at('link')).ino).to.equal(ino);
    await files.link(at('link'), 'elsewhere');
    expect(readlinkSync(at('link'))).to.equal('elsewhere');
  });

  it('nothing is left of a link that could not take the place of what came in between', async () => {
    await files.write(at('path'), 'x');
    const linking = files.link(at('path'), 'target');
    unlinkSync(at('path'));
    mkdirSync(at('path'));
    await expectRefusal(linking, 'EISDIR', at('path'));
    expect(readdirSync(directory)).to.deep.equal(['path']);
  });

  describe('while a file is replaced', () => {
    it('a reader sees the old content or the new one, never a part or nothing', async () => {
      const versions = ['a', 'b'].map((letter) => letter.repeat(1_000_000));
      writeFileSync(at('file'), versions[0] ?? '');
      let writing = true;
      const writes = (async () => {
        for (let index = 1; index <= 10; index += 1) await files.write(at('file'), versions[index % 2] ?? '');
        writing = false;
      })();
      let reads = 0;
      for (; writing; reads += 1) {
        expect(versions).to.include(readFileSync(at('file'), 'utf8'));
        await setImmediate();
      }
      await writes;
      expect(reads).to.be.greaterThan(10);
    });

    it('what is not yet in place is hidden, named after this program, and nobody else may read it', async () => {
      const seen = new Map<string, number>();
      const write = files.write(at('secret.conf'), 'x'.repeat(5_000_000), { mode: 0o666 });
      let writing = true;
      void write.finally(() => {
        writing = false;
      });
      while (writing) {
        for (const name of readdirSync(directory)) {
          const stats = statSync(at(name), { throwIfNoEntry: false });
          if (stats !== undefined && stats.size < 5_000_000) seen.set(name, stats.mode & 0o7777);
        }
        await setImmediate();
      }
      await write;
      expect([...seen.values()]).to.deep.equal([0o600]);
      expect([...seen.keys()][0]).to.match(/^\.secret\.conf\.glance-apply-[0-9a-f]{12}$/);
      expect(readdirSync(directory)).to.deep.equal(['secret.conf']);
    });

    it('a write that fails half-way leaves the old content, and nothing beside it', async () => {
      writeFileSync(at('file'), 'old');
      // A limit on the size of files fails as a full disk does: after the first part was written.
      const script = 'ulimit -f 100; exec "$@"';
      const argv = ['-c', script, 'sh', process.execPath, '--import', 'tsx', writer, at('file'), '1000000'];
      const { stdout } = await promisify(execFile)('sh', argv, {
        env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      });
      expect(stdout).to.equal('EFBIG\n');
      expect(readdirSync(directory)).to.deep.equal(['file']);
      expect(readFileSync(at('file'), 'utf8')).to.equal('old');
    });
  });

  it('never waits for a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await files.read([at('pipe')])).to.deep.equal([Buffer.alloc(0)]);
    expect((await files.status([at('pipe')]))[0]).to.include({ kind: 'other' });
    await files.setAccess(at('pipe'), { mode: 0o600 });
    expect(statSync(at('pipe')).mode & 0o777).to.equal(0o600);
    await expectRefusal(files.append(at('pipe'), 'x'), 'ENXIO', at('pipe'));
    const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    await expectRefusal(files.append(at('pipe'), 'x'), 'ENOTSUP', at('pipe'));
    closeSync(reader);
    await expectRefusal(files.stream(at('pipe')), 'ENOTSUP', at('pipe'));
  });

  it('reads what the kernel makes up, whose size it does not tell, and refuses what has no end', async () => {
    const [status, nothing, endless] = await files.read(['/proc/self/status', '/dev/null', '/dev/zero']);
    expect(String(status)).to.match(/^Name:[\s\S]*\n$/);
    expect(nothing).to.deep.equal(Buffer.alloc(0));
    expect(endless).to.be.instanceOf(HostError).with.property('code', 'EFBIG');
  });

  it('says who may do what is refused', async function () {
    if (process.getuid?.() === 0) return this.skip();
    writeFileSync(at('file'), 'x');
    chmodSync(at('file'), 0);
    const [content] = await files.read([at('file')]);
    expect(content).to.be.instanceOf(HostError).with.property('code', 'EACCES');
    chmodSync(directory, 0o555);
    const error = await expectRefusal(files.write(at('new'), 'x'), 'EACCES', at('new'));
    expect(error.message).to.include('run this as root');
    chmodSync(directory, 0o755);
  });

  it('looks at 5,000 files and reads them without keeping others from their turn', async () => {
    const paths = Array.from({ length: 5000 }, (_, index) => at(`file${index}`));
    for (const path of paths) writeFileSync(path, path);
    await files.read(paths);
    let turns = 0;
    let reading = true;
    const others = (async () => {
      for (; reading; turns += 1) await setImmediate();
    })();
    const [statuses, contents] = await Promise.all([files.status(paths), files.read(paths)]);
    reading = false;
    await others;
    expect(statuses.every((status) => status !== undefined && !(status instanceof Error))).to.equal(true);
    expect(contents.map(String)).to.deep.equal(paths);
    expect(turns).to.be.greaterThan(2);
  });

  it('names what is to replace a file so that file systems take it', () => {
    for (const name of ['x', 'x'.repeat(255), '𝔾'.repeat(63), 'ü'.repeat(127)]) {
      const temporary = basename(temporaryName(`/directory/${name}`));
      expect(Buffer.byteLength(temporary)).to.be.at.most(255);
      expect(temporary).not.to.include('\uFFFD');
      expect(temporary).to.match(/^\..+\.glance-apply-[0-9a-f]{12}$/u);
    }
  });

  it('removes what a killed run left over of a file that was temporary itself', async () => {
    // As where a content is being written that a command is to approve of.
    const left = temporaryName(temporaryName(at('file')));
    expect(isTemporaryName(basename(left), at('file'))).to.equal(true);
    writeFileSync(left, 'half');
    await new LocalFiles().write(at('file'), 'whole');
    expect(readdirSync(directory)).to.deep.equal(['file']);
  });
});
