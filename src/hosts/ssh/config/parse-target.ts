import { raise } from '../../../errors/glance-apply-error.js';
import type { Target } from './target.js';

/** The highest port. */
const PORTS = 65_535;

/**
 * Characters that no name or address of a host contains. OpenSSH passes the name to a shell if the configuration says so,
 * and a name that begins with a hyphen would be an option.
 */
const UNSAFE = /^-|[\s'"`$\\;&<>|(){}\p{Cc}]/u;

/** Parses `host`, `user@host`, `user@host:port`, `[address]:port` or `ssh://user@host:port`. */
export function parseTarget(text: string): Target {
  const rest = text.startsWith('ssh://') ? text.slice('ssh://'.length).replace(/\/$/, '') : text;
  const at = rest.lastIndexOf('@');
  const user = at < 0 ? undefined : rest.slice(0, at);
  const { host, port } = splitPort(rest.slice(at + 1));
  return checkTarget({ host, user, port: port === undefined ? undefined : Number(port) }, text);
}

/**
 * Returns a target that is safe to pass to OpenSSH.
 * @param text As the user wrote it, for the message.
 */
export function checkTarget(target: Target, text: string): Target {
  const { host, user, port } = target;
  if (host === '' || UNSAFE.test(host)) refuse(text, `'${host}' is not the name or the address of a host`);
  if (user !== undefined && (user === '' || UNSAFE.test(user))) refuse(text, `'${user}' is not a user name`);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port <= PORTS))
    refuse(text, `${port} is not a port`);
  return target;
}

/** Only a single colon separates a port: an IPv6 address without brackets has several. */
function splitPort(text: string): { readonly host: string; readonly port: string | undefined } {
  const [, bracketed, after] = /^\[([^\]]*)\](?::(\d+))?$/.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, port: after };
  const [, host = text, port] = /^([^:]*):(\d+)$/.exec(text) ?? [];
  return { host, port };
}

function refuse(text: string, reason: string): never {
  return raise('ssh.destination', `cannot connect to '${text}': ${reason}`, {
    hint: 'write user@host:port, where user and port may be left out; an IPv6 address with a port is written in brackets: [::1]:22',
  });
}
