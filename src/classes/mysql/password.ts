import { createHash } from 'node:crypto';
import { reveal, Secret } from '../../secrets/secret.js';

/**
 * The hash by which the server's plugin mysql_native_password knows a password. What is a hash already, and
 * nothing, stay as they are: `mysql::password`.
 */
export function hashMysqlPassword(password: string | Secret<string>): Secret<string> {
  const clear = reveal(password);
  if (clear === '' || /^\*[A-F0-9]{40}$/.test(clear)) return new Secret(clear);
  const inner = createHash('sha1').update(clear).digest();
  return new Secret(`*${createHash('sha1').update(inner).digest('hex').toUpperCase()}`);
}
