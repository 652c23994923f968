import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import {
  chmod,
  copyFile,
  type FileHandle,
  lstat,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { openFilesIn } from '../open-files.js';
import { overwriteFile } from './overwrite-file.js';

describe('overwriting a file in place', () => {
  let folder: string;
  let target: string;
  let source: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
    [target, source] = [join(folder, 'target'), join(folder, 'source')];
    await writeFile(target, 'old');
    await chmod(target, 0o644);
    await writeFile(source, 'new');
  });
  afterEach(async () => {
    expect(openFilesIn(folder), 'what was not closed').to.deep.equal([]);
    await rm(folder, { recursive: true, force: true });
  });

  it('takes rights away before the new content comes', async () => {
    await writeFile(source, Buffer.alloc(8 * 1024 * 1024));
    const modes = new Set<number>();
    let isDone = false;
    const looking = (async () => {
      while (!isDone) {
        const { size, mode } = statSync(target);
        if (size > 3) modes.add(mode & 0o7777);
        await new Promise(setImmediate);
      }
    })();
    await overwriteFile(target, source, { mode: 0o600 });
    isDone = true;
    await looking;
    expect([...modes]).to.deep.equal([0o600]);
  });

  it('gives rights with the new content', async () => {
    await chmod(target, 0o600);
    await overwriteFile(target, source, { mode: 0o640 });
    expect((await lstat(target)).mode & 0o7777).to.equal(0o640);
    expect(await readFile(target, 'utf8')).to.equal('new');
  });

  it('has removed the rest of a longer content when it ends', async () => {
    await writeFile(target, 'much longer');
    const probe = await open(target);
    const handles: FileHandle = Object.getPrototypeOf(probe);
    await probe.close();
    const { truncate } = handles;
    handles.truncate = async function (this: FileHandle, length) {
      await sleep(20);
      await truncate.call(this, length);
    };
    try {
      await overwriteFile(target, source, {});
      expect(await readFile(target, 'utf8')).to.equal('new');
    } finally {
      handles.truncate = truncate;
    }
  });

  it('leaves the file and its mode as they were, and nothing beside it, where it cannot be written', async () => {
    // A program that runs may not be written, not even by root.
    await copyFile('/bin/sleep', target);
    await chmod(target, 0o755);
    const running = spawn(target, ['60']);
    const ended = new Promise((resolve) => running.once('close', resolve));
    try {
      const refusal: unknown = await overwriteFile(target, source, { mode: 0o600 }).catch(
        (error: unknown) => error,
      );
      expect(refusal).to.have.property('code', 'ETXTBSY');
      expect(await readdir(folder)).to.deep.equal(['source', 'target']);
      expect((await lstat(target)).mode & 0o7777).to.equal(0o755);
    } finally {
      running.kill();
      await ended;
    }
  });

  it('puts the old content and its mode back where the new one cannot be read to its end', async () => {
    await rm(source);
    await overwriteFile(target, folder, { mode: 0o600 }).then(
      () => expect.fail('a directory was read'),
      (error: unknown) => expect(error).to.have.property('code', 'EISDIR'),
    );
    expect(await readFile(target, 'utf8')).to.equal('old');
    expect((await lstat(target)).mode & 0o7777).to.equal(0o644);
    expect(await readdir(folder)).to.deep.equal(['target']);
  });
});
