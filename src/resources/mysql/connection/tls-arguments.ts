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

/** Which command-line client it is: they are told of TLS in different ways. */
export type Dialect = 'mariadb' | 'mysql';

/**
 * What a command-line client is told so that it protects the connection as the policy of the login says, whatever it
 * would make of the option files by itself.
 * @throws {UnsafeLogin} where it would send the password to a server that has not proved who it is: these clients tell
 * it to every server that asks for it, and MariaDB's go on without TLS where the server has none, unless they verify it.
 */
export function toTlsArguments(login: Login, dialect: Dialect): string[] {
  const { password, tls, origin } = login;
  const hasPassword = password !== undefined && password !== '';
  const enough = tls.verify === 'identity' || (tls.verify === 'authority' && dialect === 'mysql');
  if (!enough && (hasPassword || tls.use === 'always')) {
    const asked = tls.origin === undefined ? '' : `, and ${tls.origin} does not make it do so`;
    throw new UnsafeLogin(
      `the ${dialect} command would give the password of ${origin} to any server that answers at ${formatEndpoint(login)}${asked}; set ssl-ca and ssl-verify-server-cert there, or log in through the socket`,
    );
  }
  if (!enough) return [];
  const given = TLS_OPTIONS.flatMap((name) => {
    const text = findValue(tls, name);
    return text === undefined ? [] : [`--${name}=${text}`];
  });
  return [...(dialect === 'mariadb' ? mariadbOptions : [toModeOption(tls.verify)]), ...given];
}

const mariadbOptions = ['--ssl', '--ssl-verify-server-cert'];

/** What an option that names a file or holds a list was given. */
function findValue(tls: TlsPolicy, name: TlsOptionName): string | undefined {
  if (isTlsFile(name)) return tls[TLS_FILES[name]]?.path;
  return isTlsList(name) ? tls[TLS_LISTS[name]]?.text : undefined;
}

function toModeOption(verify: Login['tls']['verify']): string {
  return `--ssl-mode=${verify === 'identity' ? 'VERIFY_IDENTITY' : 'VERIFY_CA'}`;
}
