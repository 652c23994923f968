import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isOutcomeUnknown } from '../../../src/errors/outcome-unknown.js';
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

describe('a host behind SSH whose connection is lost', () => {
  it('says so, and leaves the outcome of a command in progress unknown', async () => {
    const connection = new LocalConnection();
    const host = await SshHost.open(connection);
    const running = host.run({ argv: ['/bin/sleep', '60'] }).catch((error: unknown) => error);
    await host.files.status(['/']);
    connection.break();
    expect(host.lost.aborted).to.equal(true);
    expect(host.lost.reason).to.match(/lost the connection to this machine: the network is gone/);
    expect(isOutcomeUnknown(await running)).to.equal(true);
    const later: unknown = await host.run({ argv: ['/bin/true'] }).catch((error: unknown) => error);
    expect(later).to.match(/lost the connection to this machine/);
    expect(isOutcomeUnknown(later)).to.equal(false);
    await host.close();
  });
});
