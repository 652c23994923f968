import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalHost } from '../../../src/hosts/local/local-host.js';
import { runAtMountPoint } from '../../../src/resources/mount/run-at-mount-point.js';

describe('a command at a mount point', () => {
  const session = { host: new LocalHost() } as never;
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-point-'));
    await mkdir(join(directory, 'folder'));
    await writeFile(join(directory, 'file'), '');
    await symlink('/proc', join(directory, 'link'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('is run in the directory that contains it, with its name', () =>
    runAtMountPoint(session, '/proc', ['test', '-e', './proc/self', '-a', './proc', '-ef']));

  for (const name of ['link', 'folder', 'file', 'missing'])
    it(`is not run with ${name}`, async () => {
      const run = runAtMountPoint(session, join(directory, name), ['rm', '-r']);
      const error = await run.then(
        () => undefined,
        (reason: Error) => reason,
      );
      expect(error?.message).to.include(`./${name} is not a mount point any more`);
    });
});
