import { createHash } from 'node:crypto';
import { reveal, Secret } from '../../secrets/secret.js';

/**
 * Puppet's `mysql::password`: hashes a password for the plugin mysql_native_password. A hash and an empty string are
 * returned unchanged.
 */
export function mysqlPassword(password: string | Secret<string>): Secret<string> {
  const clear = reveal(password);
  if (clear === '' || /^\*[A-F0-9]{40}$/.test(clear)) return new Secret(clear);
  const inner = createHash('sha1').update(clear).digest();
  return new Secret(`*${createHash('sha1').update(inner).digest('hex').toUpperCase()}`);
}
