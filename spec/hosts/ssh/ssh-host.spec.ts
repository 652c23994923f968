import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { SshHost } from '../../../src/hosts/ssh/ssh-host.js';
import { conformsToHost } from '../../../src/testing/conformance/host-conformance.js';
import { openFilesIn } from '../open-files.js';
import { LocalConnection } from './local-connection.js';

for (const shell of ['dash', 'bash']) {
  conformsToHost(`a host behind SSH whose shell is ${shell}`, async () => {
    const directory = await realpath(await mkdtemp(join(tmpdir(), 'glance-apply-host-')));
    const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    const connection = new LocalConnection({ shell });
    const host = await SshHost.open(connection, { lockFile: `${directory}.lock` });
    const dispose = async () => {
      await host.close();
      expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
      await rm(directory, { recursive: true });
      await rm(`${directory}.lock`, { force: true });
    };
    return { host, directory, uid, gid, isRoot: uid === 0, dispose };
  });
}
