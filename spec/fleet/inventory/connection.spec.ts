import { expect } from 'chai';
import { connectionOf, type HostConnection } from '../../../src/fleet/inventory/index.js';
import { Secret } from '../../../src/secrets/secret.js';
import { encryptedInventory, encryptedText, vaultPassword } from './encrypted.js';
import { diagnosticsOf, hostOf, readFiles, refusalsOf, removeFiles } from './written-inventory.js';

/** The connection of a host with these variables, as YAML. */
async function connect(...variables: readonly string[]): Promise<HostConnection> {
  const files = { hosts: 'h1\n', 'host_vars/h1.yml': variables.join('\n') };
  return connectionOf(hostOf(await readFiles(files, { vaultPasswords: [vaultPassword] }), 'h1'));
}

describe('the connection of a host', () => {
  afterEach(removeFiles);

  it('is the name of the host without variables', async () => {
    expect(await connect()).to.deep.equal({
      transport: 'ssh',
      address: 'h1',
      port: undefined,
      user: undefined,
      password: undefined,
      privateKeyFile: undefined,
      sshArguments: [],
      timeout: undefined,
      checksHostKey: undefined,
      become: undefined,
    });
  });

  it('is what its variables say', async () => {
    const { password, become, ...connection } = await connect(
      'ansible_host: 192.0.2.7',
      'ansible_port: "2222"',
      'ansible_user: deploy',
      'ansible_password: geheim',
      'ansible_ssh_private_key_file: ~/.ssh/id',
      'ansible_ssh_common_args: -o "ProxyJump=a b" -C',
      'ansible_ssh_extra_args: -4',
      'ansible_timeout: 20',
      'ansible_host_key_checking: no',
      'ansible_become: "yes"',
      'ansible_become_user: glance',
      `ansible_become_pass: !vault |\n${encryptedText.replace(/^/gm, '  ')}`,
      'ansible_python_interpreter: /usr/bin/python3',
      'ansible_pipelining: true',
    );
    expect(connection).to.deep.equal({
      transport: 'ssh',
      address: '192.0.2.7',
      port: 2222,
      user: 'deploy',
      privateKeyFile: '~/.ssh/id',
      sshArguments: ['-o', 'ProxyJump=a b', '-C', '-4'],
      timeout: 20,
      checksHostKey: false,
    });
    expect(password?.reveal()).to.equal('geheim');
    expect(become?.user).to.equal('glance');
    expect(become?.password?.reveal()).to.equal('s3cret');
  });

  it('accepts the older names, and prefers the newer ones', async () => {
    const { address, port, user, password } = await connect(
      'ansible_ssh_host: old',
      'ansible_host: new',
      'ansible_ssh_port: 1',
      'ansible_ssh_user: u',
      'ansible_ssh_pass: 5',
    );
    expect([address, port, user]).to.deep.equal(['new', 1, 'u']);
    expect(password).to.be.instanceOf(Secret);
    expect(password?.reveal()).to.equal('5');
  });

  it('is this machine for ansible_connection=local, and does not become anybody by default', async () => {
    const { transport, become } = await connect('ansible_connection: local', 'ansible_become_user: x');
    expect([transport, become]).to.deep.equal(['local', undefined]);
    expect((await connect('ansible_become: true')).become).to.deep.equal({
      user: 'root',
      password: undefined,
    });
  });

  it('is refused for variables that are wrong or not supported', async () => {
    const expected: Readonly<Record<string, string>> = {
      'ansible_port: ssh': 'ansible_port is not a number from 1 to 65535',
      'ansible_port: 65536': 'ansible_port is not a number from 1 to 65535',
      'ansible_host: [a]': 'ansible_host is not a string',
      'ansible_host: ""': 'ansible_host is not a string',
      'ansible_become: maybe': 'ansible_become is neither true nor false',
      'ansible_password: 1.5': 'ansible_password is not a string: it was read as another type',
      'ansible_password: |\n  a\n': 'ansible_password contains a line break',
      'ansible_connection: docker': 'ansible_connection is docker, which is not supported',
      'ansible_become_method: su\nansible_become: true':
        'ansible_become_method is su, which is not supported',
      'ansible_ssh_executable: /bin/ssh': 'ansible_ssh_executable is not supported',
      'ansible_become_flags: -i': 'ansible_become_flags is not supported',
      'ansible_ssh_args: "-o \'x"': 'ansible_ssh_args cannot be split into arguments: a quote is not closed',
    };
    for (const [text, message] of Object.entries(expected)) {
      const refused = await refusalsOf(() => connect(text));
      expect(refused, text).to.deep.equal([`host_vars/h1.yml:1:1: cannot connect to h1: ${message}`]);
    }
    const [near] = await diagnosticsOf(() => connect('ansible_ssh_prot: 22'));
    expect(near?.hint).to.equal("did you mean 'ansible_ssh_port'?");
  });

  it('may be in an encrypted file', async () => {
    const files = { hosts: encryptedInventory, 'group_vars/all.yml': 'ansible_user: deploy\n' };
    const inventory = await readFiles(files, { vaultPasswords: [vaultPassword] });
    const host = hostOf(inventory, 'h1');
    expect(host.variables.get('ansible_port')).to.be.instanceOf(Secret);
    const { address, port, user } = connectionOf(host);
    expect([address, port, user]).to.deep.equal(['192.0.2.7', 2222, 'deploy']);
    expect(await refusalsOf(() => readFiles(files))).to.deep.equal([
      'hosts:1: cannot read this file: it is encrypted with Ansible Vault, and no password is given',
    ]);
  });

  it('is refused if a variable that is used is a template', async () => {
    expect(
      await refusalsOf(() => connect('ansible_host: "{{ lan_ip }}"', 'lan_ip: 192.0.2.7')),
    ).to.deep.equal([
      'host_vars/h1.yml:1:1: the variable ansible_host of host h1 contains a template, which only Ansible can evaluate',
    ]);
    expect((await connect('other: "{{ lan_ip }}"')).address).to.equal('h1');
  });
});
