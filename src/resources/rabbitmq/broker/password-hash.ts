import { createHash, timingSafeEqual } from 'node:crypto';

/** Bytes of salt before the hash itself. */
const SALT = 4;

const algorithms: Readonly<Record<string, string>> = {
  rabbit_password_hashing_sha256: 'sha256',
  rabbit_password_hashing_sha512: 'sha512',
  rabbit_password_hashing_md5: 'md5',
};

/**
 * Whether a password belongs to a hash that the broker keeps: salt, and hash of salt and password. Never so for an
 * account without a password, whose hash is empty, nor for an algorithm that only the broker knows.
 */
export function matchesHash(stored: Buffer, algorithm: string, password: string): boolean {
  const name = algorithms[algorithm];
  if (name === undefined || stored.length <= SALT) return false;
  const hash = createHash(name).update(stored.subarray(0, SALT)).update(password, 'utf8').digest();
  const expected = stored.subarray(SALT);
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}
