import { readdirSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { HostError } from '../../../src/hosts/host-error.js';
import type { FileStream } from '../../../src/hosts/host-files.js';
import { LocalFiles } from '../../../src/hosts/local/local-files.js';
import { inDirectory } from '../../resources/converge.js';

const files = new LocalFiles();

describe('A file of this machine that is read piece by piece', () => {
  it('may be larger than 2 GiB, and is never in memory as a whole', () =>
    inDirectory(async (directory) => {
      const size = 2 ** 31 + 5;
      await writeFile(join(directory, 'sparse'), '');
      await truncate(join(directory, 'sparse'), size);
      const stream = (await files.stream(join(directory, 'sparse'))) as FileStream;
      const before = process.memoryUsage().rss;
      let count = 0;
      let most = 0;
      for await (const piece of stream.content) {
        count += (piece as Buffer).length;
        most = Math.max(most, process.memoryUsage.rss());
      }
      expect(count).to.equal(size);
      expect(most - before).to.be.lessThan(256 * 1024 * 1024);
    }));

  it('says which one it is where it cannot be read to its end', async () => {
    // No process has anything at the address 0.
    const path = `/proc/${process.pid}/mem`;
    const { content } = (await files.stream(path)) as FileStream;
    const error = await content.toArray().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(HostError).and.to.include({ code: 'EIO', path });
    expect((error as HostError).message).to.match(new RegExp(`^cannot read ${path}: the device reports`));
  });

  it('is closed where nobody reads it', () =>
    inDirectory(async (directory) => {
      await writeFile(join(directory, 'file'), 'x');
      const open = () => readdirSync('/proc/self/fd').length;
      const before = open();
      const stream = (await files.stream(join(directory, 'file'))) as FileStream;
      expect(open()).to.be.greaterThan(before);
      stream.content.destroy();
      while (open() > before) await sleep(5);
    }));
});
