import { formatEndpoint, type Login } from './logins.js';
import {
  isTlsFile,
  isTlsList,
  TLS_FILES,
  TLS_LISTS,
  TLS_OPTIONS,
  type TlsOptionName,
} from './tls-option-names.js';
import type { TlsPolicy } from './tls-policy.js';
import { UnsafeLogin } from './unsafe-login.js';

/** The kind of command-line client: their TLS options differ. */
export type Dialect = 'mariadb' | 'mysql';

/**
 * Returns the arguments with which a command-line client protects the connection by the policy of the login, regardless of
 * the option files.
 * @throws {UnsafeLogin} if it would send the password to an unverified server: these clients send it to every server that
 * requests it, and MariaDB's continue without TLS if the server has none, unless they verify it.
 */
export function toTlsArguments(login: Login, dialect: Dialect): string[] {
  const { password, tls, origin } = login;
  const hasPassword = password !== undefined && password !== '';
  const isSufficient = tls.verify === 'identity' || (tls.verify === 'authority' && dialect === 'mysql');
  if (!isSufficient && (hasPassword || tls.use === 'always')) {
    const reason = tls.origin === undefined ? '' : `, and ${tls.origin} does not prevent that`;
    throw new UnsafeLogin(
      `the ${dialect} command would send the password of ${origin} to any server at ${formatEndpoint(login)}${reason}; set ssl-ca and ssl-verify-server-cert there, or log in through the socket`,
    );
  }
  if (!isSufficient) return [];
  const options = TLS_OPTIONS.flatMap((name) => {
    const text = findValue(tls, name);
    return text === undefined ? [] : [`--${name}=${text}`];
  });
  return [...(dialect === 'mariadb' ? mariadbOptions : [toModeOption(tls.verify)]), ...options];
}

const mariadbOptions = ['--ssl', '--ssl-verify-server-cert'];

/** Returns the value of an option for a file or a list. */
function findValue(tls: TlsPolicy, name: TlsOptionName): string | undefined {
  if (isTlsFile(name)) return tls[TLS_FILES[name]]?.path;
  return isTlsList(name) ? tls[TLS_LISTS[name]]?.text : undefined;
}

function toModeOption(verify: Login['tls']['verify']): string {
  return `--ssl-mode=${verify === 'identity' ? 'VERIFY_IDENTITY' : 'VERIFY_CA'}`;
}
