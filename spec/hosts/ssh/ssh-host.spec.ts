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
    const options = { lockFile: `${directory}.lock` };
    const host = await SshHost.open(connection, options);
    const others: SshHost[] = [];
    const breakConnection = () => connection.break();
    const reconnect = async () => {
      const other = await SshHost.open(new LocalConnection({ shell }), options);
      others.push(other);
      return other;
    };
    const dispose = async () => {
      for (const one of [host, ...others]) await one.close();
      expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
      await rm(directory, { recursive: true });
      await rm(`${directory}.lock`, { force: true });
    };
    return { host, directory, uid, gid, isRoot: uid === 0, breakConnection, reconnect, dispose };
  });
}
