import type { AuthPlugin, authPlugins } from 'mysql2';

/** The response of a server that does not know the hash of the password yet, and requests the password itself. */
const PASSWORD_REQUEST = Buffer.from([4]);

/** The code of the error if a server requests a password that it is not sent. */
export const PASSWORD_WITHHELD = 'PASSWORD_WITHHELD';

/** The authentication methods by which a server may request the password itself. */
type AuthPlugins = Readonly<
  Record<'caching_sha2_password' | 'sha256_password' | 'mysql_clear_password', AuthPlugin>
>;

/**
 * Creates authentication plugins that send the password itself only if the identity of the server is proved, and otherwise
 * end the connection. Encrypting it with a key that the server sends would prove nothing.
 * @param standard The library's own plugins.
 */
export function createAuthPlugins(
  isTrusted: boolean,
  password: string,
  standard: typeof authPlugins,
): AuthPlugins {
  const sha2 = standard.caching_sha2_password({ overrideIsSecure: true });
  const clear = (method: string): AuthPlugin => {
    return () => () => (isTrusted ? Buffer.from(`${password}\0`, 'utf8') : refusePassword(method));
  };
  return {
    caching_sha2_password: (about) => {
      const respond = sha2(about);
      return (request) =>
        !isTrusted && PASSWORD_REQUEST.equals(request)
          ? refusePassword('caching_sha2_password')
          : respond(request);
    },
    sha256_password: clear('sha256_password'),
    mysql_clear_password: () => () => refusePassword('mysql_clear_password'),
  };
}

function refusePassword(method: string): never {
  throw Object.assign(new Error(`the server requests the password itself (${method})`), {
    code: PASSWORD_WITHHELD,
  });
}
