import { createHash, timingSafeEqual } from 'node:crypto';

/** The number of bytes of salt before the hash. */
const SALT = 4;

const algorithms: Readonly<Record<string, string>> = {
  rabbit_password_hashing_sha256: 'sha256',
  rabbit_password_hashing_sha512: 'sha512',
  rabbit_password_hashing_md5: 'md5',
};

/**
 * Returns whether a password matches a hash of the broker: salt, and hash of salt and password. An empty hash, of an account
 * without a password, and the hash of an unknown algorithm match no password.
 */
export function matchesHash(stored: Buffer, algorithm: string, password: string): boolean {
  const name = algorithms[algorithm];
  if (name === undefined || stored.length <= SALT) return false;
  const hash = createHash(name).update(stored.subarray(0, SALT)).update(password, 'utf8').digest();
  const expected = stored.subarray(SALT);
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}
