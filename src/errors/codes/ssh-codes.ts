import type { CodeTable } from './code-documentation.js';

/** Connecting to hosts over SSH. */
export const sshCodes = {
  'ssh.algorithms': {
    cause: 'The host supports no key exchange, cipher or host key type that this client offers.',
    remedy: 'Use --transport openssh, or update the SSH server.',
  },
  'ssh.channel': {
    cause: 'The SSH server refused to start a command or to open a stream.',
    remedy:
      'Check MaxSessions, ForceCommand, AllowTcpForwarding and PermitOpen in sshd_config, and the login shell of the account.',
  },
  'ssh.client': {
    cause: 'The client of OpenSSH failed for another reason than those with a code of their own.',
    remedy: 'Read its output in the message, and run ssh -v to the same host.',
  },
  'ssh.closed': {
    cause: 'The host closed the connection before the login was complete.',
    remedy: 'Read the log of sshd on the host; MaxStartups and AllowUsers are the usual reasons.',
  },
  'ssh.config': {
    cause: 'The SSH configuration is not valid or cannot be read.',
    remedy: 'Correct it; ssh -G HOST reports the same error.',
  },
  'ssh.config-unsupported': {
    cause:
      'The SSH configuration sets an option that is not supported on a machine without the client of OpenSSH.',
    remedy: 'Install openssh-client, or remove the option if it is not needed.',
  },
  'ssh.destination': {
    cause: 'A name, an address, a user name or a port of an SSH host is not valid.',
    remedy: 'Write user@host:port.',
  },
  'ssh.host-key-changed': {
    cause: 'The host has another key than the one that is stored for it.',
    remedy:
      'Find out why. If the host was reinstalled, remove the old key with ssh-keygen -R; otherwise somebody may be intercepting the connection.',
  },
  'ssh.host-key-revoked': {
    cause: 'The key of the host is marked as revoked in a known_hosts file.',
    remedy: 'Give the host a new key.',
  },
  'ssh.host-key-unknown': {
    cause: 'The key of the host is not stored in a known_hosts file, and was not confirmed.',
    remedy: 'Compare the fingerprint, then connect once with ssh, or pass --accept-new-host-keys.',
  },
  'ssh.jump-loop': {
    cause: 'The jump hosts of the SSH configuration lead back to themselves.',
    remedy: 'Set ProxyJump none for the first jump host.',
  },
  'ssh.known-hosts': {
    cause: 'A known_hosts file cannot be read, or a new key cannot be added to it.',
    remedy: 'Correct the permissions of the file, or set UserKnownHostsFile.',
  },
  'ssh.login': {
    cause: 'The host refused every key and password that was tried.',
    remedy: 'The message lists them: add the public key to the account, or set IdentityFile and User.',
  },
  'ssh.lost': {
    cause: 'The connection to the host was lost after the login.',
    remedy: 'Run the command again: it continues where it stopped.',
  },
  'ssh.no-openssh': {
    cause: 'The SSH configuration needs the client of OpenSSH, which is not installed.',
    remedy: 'Install openssh-client, or pass --transport ssh2 to do without the feature.',
  },
  'ssh.password-expired': {
    cause: 'The password of the account on the host has expired.',
    remedy: 'Log in with ssh and change it, or run chage on the host.',
  },
  'ssh.stream': {
    cause: 'A service on the host does not accept a connection through SSH.',
    remedy: 'Check that it is running and listens on the address that the message names.',
  },
  'ssh.timeout': {
    cause: 'The connection to the host was not established within the time limit.',
    remedy: 'Check that sshd answers on the port; ConnectTimeout sets the limit.',
  },
  'ssh.unreachable': {
    cause: 'No connection to the host could be opened.',
    remedy: 'Check its address, its port and the network.',
  },
} satisfies CodeTable;
