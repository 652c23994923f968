import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';

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
});
