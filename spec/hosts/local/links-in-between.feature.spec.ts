import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';

/** So many changes meet a link that was put there in between many times, where links are followed. */
const CHANGES = 5000;

describe('a file of this machine that somebody replaces with a link while it is changed', () => {
  it('never passes the change of its permissions on to what the link points to', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'glance-apply-links-'));
    const [path, target] = [join(directory, 'path'), join(directory, 'precious')];
    await writeFile(target, 'precious', { mode: 0o600 });
    await writeFile(path, '');
    const ended = new SharedArrayBuffer(4);
    const worker = new Worker(new URL('./programs/flip-link.cjs', import.meta.url), {
      workerData: { path, target, ended },
      execArgv: [],
    });
    try {
      await once(worker, 'message');
      const { files } = localHost();
      for (let change = 0; change < CHANGES; change++) {
        await files.setAccess(path, { mode: change % 2 === 0 ? 0o666 : 0o644 }).catch((error: unknown) => {
          // It was a file when it was looked at, and is a link, or the other way round.
          expect(error).to.have.property('code').that.is.oneOf(['ELOOP', 'EINVAL']);
        });
      }
      expect((await stat(target)).mode & 0o777).to.equal(0o600);
    } finally {
      Atomics.store(new Int32Array(ended), 0, 1);
      await once(worker, 'exit');
      await rm(directory, { recursive: true });
    }
  });
});
