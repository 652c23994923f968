import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import { readdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { openLocked } from '../../../src/hosts/local/lock/flock.js';
import { interfering } from '../interfering.js';
import { openFilesIn } from '../open-files.js';
import { overwriteFile } from './overwrite-file.js';

describe('a link that stands where a file of this machine is to be opened', () => {
  const host = localHost();
  let directory: string;
  let path: string;
  let precious: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-links-'));
    [path, precious] = [join(directory, 'path'), join(directory, 'precious')];
    await writeFile(precious, 'precious');
  });
  afterEach(async () => {
    expect(await readFile(precious, 'utf8'), 'what the link points to').to.equal('precious');
    expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
    await rm(directory, { recursive: true });
  });

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error: NodeJS.ErrnoException) => error.code,
    );

  it('is not followed when something is appended, which the journal is', async () => {
    await symlink(precious, path);
    expect(await codeOf(host.files.append(path, 'more'))).to.equal('ELOOP');
  });

  it('is not followed where it was put in the place of the copy of what is overwritten in place', async () => {
    const [source, target] = [join(directory, 'source'), join(directory, 'target')];
    await writeFile(source, 'new');
    await writeFile(target, 'old');
    const moment = { module: 'node:fs/promises', function: 'open', path: /copy/, after: true } as const;
    let swapped = '';
    const swap = () => {
      [swapped = ''] = readdirSync(directory).filter((name) => name.includes('copy'));
      unlinkSync(join(directory, swapped));
      symlinkSync(precious, join(directory, swapped));
    };
    await interfering(moment, swap, () => overwriteFile(target, source, {}));
    expect(swapped).to.not.equal('');
    // The copy is written where it was opened, and what is in its place is removed with it.
    expect(await readFile(target, 'utf8')).to.equal('new');
    expect((await readdir(directory)).sort()).to.deep.equal(['precious', 'source', 'target']);
  });

  for (const [what, put] of [
    ['it', () => symlinkSync(precious, path)],
    ['a pipe, which nobody waits for,', () => execFileSync('mkfifo', [path])],
  ] as const) {
    it(`is left alone where ${what} took the place of a file whose permissions change`, async () => {
      await writeFile(path, 'x', { mode: 0o600 });
      const { mode } = await lstat(precious);
      const swap = () => {
        unlinkSync(path);
        put();
      };
      const moment = { module: 'node:fs', function: 'openSync', path: /\/path$/ } as const;
      await interfering(moment, swap, () => host.files.setAccess(path, { mode: 0o666 }));
      expect((await lstat(precious)).mode).to.equal(mode);
    });
  }

  it('is not followed when the run is locked', async () => {
    await symlink(precious, path);
    expect(await openLocked(host, path).catch(() => 'refused')).to.equal('refused');
  });

  it('is not followed when a file is overwritten in place', async () => {
    const source = join(directory, 'source');
    await writeFile(source, 'new');
    await symlink(precious, path);
    expect(await codeOf(overwriteFile(path, source, {}))).to.equal('ELOOP');
  });

  it('is not followed by what is to become a file, nor is a file overwritten by it, though its name was guessed', async () => {
    const { randomBytes } = crypto;
    const guessed = join(directory, '.path.glance-apply-abababababab');
    await host.files.write(path, 'old');
    crypto.randomBytes = ((size: number) => Buffer.alloc(size, 0xab)) as typeof randomBytes;
    syncBuiltinESMExports();
    try {
      await symlink(precious, guessed);
      expect(await codeOf(host.files.write(path, 'new'))).to.equal('EEXIST');
      await rm(guessed, { force: true });
      await writeFile(guessed, 'of somebody else');
      expect(await codeOf(host.files.write(path, 'new'))).to.equal('EEXIST');
      expect(await readFile(guessed, 'utf8')).to.equal('of somebody else');
    } finally {
      crypto.randomBytes = randomBytes;
      syncBuiltinESMExports();
    }
    expect(await readFile(path, 'utf8')).to.equal('old');
  });

  it('is not followed for the attributes of the file that it took the place of while it was written', async () => {
    await writeFile(path, 'old');
    const swap = async function* () {
      yield 'new';
      await unlink(path);
      await symlink(precious, path);
    };
    await chmod(path, 0o640);
    await chmod(precious, 0o666);
    expect(await codeOf(host.files.write(path, Readable.from(swap())))).to.equal('done');
    expect(await readFile(path, 'utf8')).to.equal('new');
    expect((await lstat(path)).mode & 0o7777).to.equal(0o640);
    expect((await readdir(directory)).sort(), 'nothing is left over').to.deep.equal(['path', 'precious']);
  });
});
