import type { Login } from './logins.js';
import { UnsafeLogin } from './unsafe-login.js';

/** Which command-line client it is: they are told of TLS in different ways. */
export type Dialect = 'mariadb' | 'mysql';

/**
 * What a command-line client is told so that it protects the connection as the policy of the login says, whatever it
 * would make of the option files by itself.
 * @throws {UnsafeLogin} where it would send the password to a server that has not proved who it is: these clients tell
 * it to every server that asks for it, and MariaDB's go on without TLS where the server has none, unless they verify it.
 */
export function tlsArguments({ place, password, tls, origin }: Login, dialect: Dialect): string[] {
  if ('path' in place) return [];
  const hasPassword = password !== undefined && password !== '';
  const enough = tls.verify === 'identity' || (tls.verify === 'authority' && dialect === 'mysql');
  if (!enough && (hasPassword || tls.use === 'always')) {
    const asked = tls.origin === undefined ? '' : `, and ${tls.origin} does not make it do so`;
    throw new UnsafeLogin(
      `the ${dialect} command would give the password of ${origin} to any server that answers at ${place.address}:${place.port}${asked}; set ssl-ca and ssl-verify-server-cert there, or log in through the socket`,
    );
  }
  if (!enough) return [];
  const files = {
    'ssl-ca': tls.authorities?.path,
    'ssl-capath': tls.authoritiesFolder?.path,
    'ssl-cert': tls.certificate?.path,
    'ssl-key': tls.key?.path,
    'ssl-crl': tls.revoked?.path,
    'ssl-crlpath': tls.revokedFolder?.path,
    'ssl-cipher': tls.ciphers?.text,
    'tls-ciphersuites': tls.suites?.text,
  };
  const given = Object.entries(files).flatMap(([name, text]) =>
    text === undefined ? [] : [`--${name}=${text}`],
  );
  return [...(dialect === 'mariadb' ? mariadb : [modeOf(tls.verify)]), ...given];
}

const mariadb = ['--ssl', '--ssl-verify-server-cert'];

function modeOf(verify: Login['tls']['verify']): string {
  return `--ssl-mode=${verify === 'identity' ? 'VERIFY_IDENTITY' : 'VERIFY_CA'}`;
}
