import { expect } from 'chai';
import { HostError } from '../../../src/hosts/host-error.js';
import { inputOf, SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { secret } from '../../../src/secrets/secret.js';
import { expectRefusal } from '../../../src/testing/conformance/expect-refusal.js';
import { conformsToHost } from '../../../src/testing/conformance/host-conformance.js';

conformsToHost(
  'a simulated host',
  async () => {
    const host = new SimulatedHost();
    await host.files.makeDirectory('/scratch');
    return { host, directory: '/scratch', uid: 0, gid: 0, isRoot: true, dispose: () => host.close() };
  },
  { programs: false },
);

describe('SimulatedHost', () => {
  it('begins with the files, facts and programs that it is given', async () => {
    const host = new SimulatedHost({
      facts: { service_provider: 'systemd' },
      files: { '/etc/glance/glance-api.conf': '[DEFAULT]\n' },
      programs: { hostname: () => 'glance-1\n' },
    });
    expect(await host.facts()).to.deep.equal({ service_provider: 'systemd' });
    expect(await host.files.list('/etc')).to.deep.equal(['glance']);
    expect(await host.run({ argv: ['hostname'] })).to.include({ status: 0, stdout: 'glance-1\n' });
  });

  it('cannot begin with something below a file', () => {
    expect(() => new SimulatedHost({ files: { '/etc': '', '/etc/motd': '' } }))
      .to.throw(HostError, 'cannot put /etc/motd: a part of its path is not a directory')
      .with.property('code', 'ENOTDIR');
  });

  it('lets a program answer by its arguments and input, and change the host', async () => {
    const host = new SimulatedHost();
    host.install('tee', async (command, machine) => {
      await machine.files.write(command.argv[1] ?? '', inputOf(command));
      return { status: 3, stderr: 'odd\n' };
    });
    let heard = '';
    const result = await host.run({
      argv: ['tee', '/file'],
      input: secret('content'),
      onOutput: (text) => {
        heard += text;
      },
    });
    expect(result).to.include({ status: 3, stdout: '', stderr: 'odd\n' });
    expect(heard).to.equal('odd\n');
    expect(String((await host.files.read(['/file']))[0])).to.equal('content');
  });

  it('remembers what was run', async () => {
    const host = new SimulatedHost({ programs: { true: () => '' } });
    await host.run({ argv: ['true'] });
    await host.run({ argv: ['missing', 'x'] });
    expect(host.commands.map((command) => command.argv)).to.deep.equal([['true'], ['missing', 'x']]);
  });

  it('refuses what it is told to refuse, until all is well again', async () => {
    const host = new SimulatedHost({ files: { '/etc/secret': 'x', '/etc/other': 'y' } });
    host.files.faults.add('/etc/secret', 'EACCES', 'read');
    host.files.faults.add('/etc/other', 'ENOSPC', 'change');
    const [denied, other] = await host.files.read(['/etc/secret', '/etc/other']);
    expect(denied).to.have.property('code', 'EACCES');
    expect(String(other)).to.equal('y');
    const error = await expectRefusal(host.files.write('/etc/other', 'z'), 'ENOSPC', '/etc/other');
    expect(error.message).to.include('free some space');
    host.files.faults.clear();
    await host.files.write('/etc/other', 'z');
    expect((await host.files.read(['/etc/secret', '/etc/other'])).map(String)).to.deep.equal(['x', 'z']);
  });

  it('mounts a part of its tree read-only', async () => {
    const host = new SimulatedHost({ files: { '/usr/share/doc/readme': 'x', '/etc/file': 'y' } });
    host.files.faults.addReadOnly('/usr');
    await expectRefusal(host.files.write('/usr/share/doc/readme', 'z'), 'EROFS', '/usr/share/doc/readme');
    await expectRefusal(host.files.remove('/usr/share', { recursive: true }), 'EROFS', '/usr/share');
    await host.files.write('/etc/file', 'z');
    expect(String((await host.files.read(['/usr/share/doc/readme']))[0])).to.equal('x');
  });
});
