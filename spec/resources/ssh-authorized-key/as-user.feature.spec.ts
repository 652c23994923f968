import { expect } from 'chai';
import type { Command } from '../../../src/hosts/command.js';
import { inputOf, SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { temporaryName } from '../../../src/hosts/temporary-name.js';
import { SshAuthorizedKey, User } from '../../../src/resources/index.js';
import { converge } from '../converge.js';

const path = '/home/ada/.ssh/authorized_keys';
const ada = { uid: 1000, gid: 1000, mode: 0o600 };

/** A machine whose tools change its files as they do; no file is theirs who did not write it. */
function machine(): SimulatedHost {
  const host = new SimulatedHost({
    files: {
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nada:x:1000:1000::/home/ada:/bin/sh\n',
      '/etc/group': 'root:x:0:\nada:x:1000:\n',
    },
    programs: {
      cat: async ({ argv }, { files }) => String((await files.read([argv.at(-1) as string]))[0]),
      dd: (command, { files }) => {
        const to = command.argv.find((word) => word.startsWith('of='))?.slice('of='.length) as string;
        files.put(to, inputOf(command), ada);
        return '';
      },
      mv: async ({ argv }, { files }) => {
        const [from, to] = argv.slice(-2) as [string, string];
        const [content] = await files.read([from]);
        files.put(to, content as Buffer, ada);
        await files.remove(from);
        return '';
      },
      rm: async ({ argv }, { files }) => {
        for (const name of argv.slice(argv.indexOf('--') + 1)) await files.remove(name);
        return '';
      },
    },
  });
  host.files.put(path, 'ssh-rsa AAAA old@desk\n', ada);
  return host;
}

describe('an authorized key that is written with the rights of its user', () => {
  const apply = (host: SimulatedHost) =>
    converge(
      host,
      (site) => void new SshAuthorizedKey(site, 'new@desk', { user: 'ada', type: 'ssh-rsa', key: 'BBBB' }),
    );

  it('removes temporary files of killed runs that belong to the user, as the user, and nothing else', async () => {
    const host = machine();
    const [left, others] = [temporaryName(path), temporaryName(path)];
    host.files.put(left, 'ssh-rsa AAAA old@desk\n', ada);
    host.files.put(others, 'of root', { uid: 0, gid: 0 });
    host.files.put(`${path}.bak`, 'by hand', ada);
    expect((await apply(host)).summary).to.include({ changed: 1, failed: 0 });
    expect((await host.files.list('/home/ada/.ssh'))?.sort()).to.deep.equal(
      [others.slice('/home/ada/.ssh/'.length), 'authorized_keys', 'authorized_keys.bak'].sort(),
    );
    const removals = host.commands.filter(({ argv: [program] }) => program === 'rm');
    expect(removals.map(({ argv, user }) => [argv.at(-1), user])).to.deep.equal([[left, 'ada']]);
  });

  it('needs a user that exists or that the catalog creates, and not one that it only plans', async () => {
    for (const [noop, reason] of [
      [false, undefined],
      [true, 'its state cannot be read: the user eve does not exist'],
    ] as const) {
      const report = await converge(
        machine(),
        (site) => {
          new User(site, 'eve', { noop });
          new SshAuthorizedKey(site, 'eve@desk', { user: 'eve', type: 'ssh-rsa', key: 'BBBB' });
        },
        { mode: 'plan' },
      );
      const key = report.resources.find(({ reference }) => reference.startsWith('Ssh_authorized_key'));
      expect(key?.reason).to.equal(reason);
    }
  });

  it('names the temporary file so that the next run recognizes it', async () => {
    const host = machine();
    let written = '';
    host.install('dd', ({ argv }: Command) => {
      written = argv.find((word) => word.startsWith('of=')) as string;
      return { status: 1, stderr: 'dd: no space left on device' };
    });
    expect((await apply(host)).resources[0]?.reason).to.include('no space left');
    expect(written).to.match(/^of=\/home\/ada\/\.ssh\/\.authorized_keys\.glance-apply-[0-9a-f]{12}$/);
  });
});
