import { problem } from '../../errors/diagnostic.js';
import { codeOf } from '../../errors/error-code.js';
import { GlanceApplyError, messageOf } from '../../errors/glance-apply-error.js';
import type { SshSettings } from './config/settings.js';
import { oneLine } from './one-line.js';

/** Where a connection leads to: `u1@db01:22`. */
export function describeTarget({
  user,
  hostname,
  port,
}: Pick<SshSettings, 'user' | 'hostname' | 'port'>): string {
  return `${user}@${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
}

/** The system's errors of a connection attempt, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ENOTFOUND: 'its name is unknown',
  EAI_AGAIN: 'its name could not be looked up',
};

/** An error for a host that cannot be connected to. */
export function unreachable(target: string, cause: unknown): GlanceApplyError {
  const code = codeOf(cause);
  const known = REASONS[code ?? ''];
  const reason = known === undefined ? oneLine(messageOf(cause)) : `${known} (${code})`;
  return new GlanceApplyError(
    problem('ssh.unreachable', `cannot connect to ${target}: ${reason}`, {
      hint: 'check that the host is up and that sshd listens on the port; HostName and Port of the SSH configuration, or ansible_host and ansible_port, set the address',
    }),
    { cause },
  );
}

/** An error for a time limit that was exceeded. */
export function timedOut(target: string, seconds: number, phase: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('ssh.timeout', `cannot connect to ${target}: ${phase} within ${seconds} s`, {
      hint: 'see whether sshd on the host is overloaded or another service answers on the port; ConnectTimeout of the SSH configuration sets the limit',
    }),
  );
}

/** An error for a server that ended the connection before the login was complete. */
export function closedEarly(target: string, phase: string, reason?: string): GlanceApplyError {
  const why = reason === undefined || reason === '' ? '' : `: ${oneLine(reason)}`;
  return new GlanceApplyError(
    problem('ssh.closed', `${target} closed the connection ${phase}${why}`, {
      hint: 'look into the log of sshd on the host; its MaxStartups limits connections that are not logged in yet, and its firewall or AllowUsers may refuse this machine',
    }),
  );
}

/** An error for a login that was refused. */
export function loginRefused(
  target: string,
  tried: readonly string[],
  notes: readonly string[],
  reason?: string,
): GlanceApplyError {
  const why = reason === undefined ? '' : ` (${oneLine(reason)})`;
  const attempts = tried.length === 0 ? 'there was nothing to try' : `tried: ${tried.join(', ')}`;
  const more = notes.length === 0 ? '' : `; ${notes.map(oneLine).join('; ')}`;
  const hint = /too many/i.test(reason ?? '')
    ? 'name the key with IdentityFile, and set IdentitiesOnly to yes, so that no others of the agent are offered'
    : 'add the public key to ~/.ssh/authorized_keys of the account; IdentityFile or ansible_ssh_private_key_file names the key, User or ansible_user the account';
  return new GlanceApplyError(
    problem('ssh.login', `the login as ${target} was refused${why}; ${attempts}${more}`, { hint }),
  );
}

/** An error for an account whose password has to be changed. */
export function passwordExpired(target: string): GlanceApplyError {
  return new GlanceApplyError(
    problem(
      'ssh.password-expired',
      `the login as ${target} was refused: the password of the account has expired`,
      {
        hint: 'log in with ssh and change the password, or run chage on the host',
      },
    ),
  );
}

/** An error for a client and a server that have no algorithm in common. */
export function noCommonAlgorithm(target: string, reason: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('ssh.algorithms', `cannot connect to ${target}: ${oneLine(reason)}`, {
      hint: 'pass --transport openssh to use the client of OpenSSH, which supports more algorithms',
    }),
  );
}

/** An error for a connection that was lost after the login. */
export function connectionLost(name: string, reason: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('ssh.lost', `the connection to ${name} was lost: ${oneLine(reason)}`, {
      hint: 'see whether the host is up, and run this again: it continues where it stopped',
    }),
  );
}

/** An error for a channel that the server refuses to open. */
export function channelRefused(name: string, what: string, reason: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('ssh.channel', `${name} refused to ${what}: ${oneLine(reason)}`, {
      hint: 'look at MaxSessions, ForceCommand and the login shell of the account, and for streams at AllowTcpForwarding, AllowStreamLocalForwarding and PermitOpen, in sshd_config of the host',
    }),
  );
}

/** An error for an address that does not accept a stream. */
export function streamRefused(name: string, address: string, reason: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('ssh.stream', `cannot connect to ${address} from ${name}: ${oneLine(reason)}`, {
      hint: 'see whether the service is running on the host and listens on this address',
    }),
  );
}
