import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { conformsToHost } from '../../../src/testing/conformance/host-conformance.js';
import { openFilesIn } from '../open-files.js';

conformsToHost('this machine', async () => {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'glance-apply-host-')));
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const dispose = async () => {
    expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
    await rm(directory, { recursive: true });
    await rm(`${directory}.lock`, { force: true });
  };
  const host = localHost({ lockFile: `${directory}.lock` });
  return { host, directory, uid, gid, isRoot: uid === 0, dispose };
});
