import type { AuthPlugin, authPlugins } from 'mysql2';

/** What the server answers where it does not know the password's hash yet, and wants the password itself. */
const WANTS_PASSWORD = Buffer.from([4]);

/** The code of the error where a server asks for a password that it is not given. */
export const PASSWORD_WITHHELD = 'PASSWORD_WITHHELD';

/** Methods of logging in by which a server may ask for the password itself. */
type AuthPlugins = Readonly<
  Record<'caching_sha2_password' | 'sha256_password' | 'mysql_clear_password', AuthPlugin>
>;

/**
 * How a server that asks for the password itself is answered: with it, where the connection is known to end at the right
 * server, and by hanging up everywhere else. A key of the server's, under which others send it, is anybody's key.
 * @param standard The library's own methods.
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
      const answer = sha2(about);
      return (asked) =>
        !isTrusted && WANTS_PASSWORD.equals(asked) ? refusePassword('caching_sha2_password') : answer(asked);
    },
    sha256_password: clear('sha256_password'),
    mysql_clear_password: () => () => refusePassword('mysql_clear_password'),
  };
}

function refusePassword(method: string): never {
  throw Object.assign(new Error(`the server asks for the password itself (${method})`), {
    code: PASSWORD_WITHHELD,
  });
}
