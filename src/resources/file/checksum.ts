import { createHash, type Hash } from 'node:crypto';
import { oneOf } from '../../catalog/index.js';

/** How contents are compared. Those that end in 'lite' compare only the first 512 bytes. */
export const checksumType = oneOf(
  'sha256',
  'sha256lite',
  'sha1',
  'sha1lite',
  'md5',
  'md5lite',
  'sha224',
  'sha384',
  'sha512',
  'mtime',
  'ctime',
  'none',
);

/** A type of checksum. */
export type ChecksumType = string;

/** The number of bytes that a checksum that ends in 'lite' covers. */
export const LITE_LENGTH = 512;

/** The number of hexadecimal digits of the checksums that `checksum_value` may be. */
const DIGITS: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** Whether only the beginning of contents is compared. */
export function isLite(type: ChecksumType): boolean {
  return type.endsWith('lite');
}

/** Whether times are compared instead of contents. */
export function isTime(type: ChecksumType): boolean {
  return type === 'mtime' || type === 'ctime';
}

/** Starts the checksum of a whole content. */
export function startHash(type: ChecksumType): Hash {
  return createHash(type);
}

/** Describes why a string is not a checksum of a type; undefined if it is. */
export function findChecksumProblem(type: ChecksumType, value: string): string | undefined {
  const digits = DIGITS[type];
  if (digits === undefined)
    return `checksum_value is a checksum of the whole content, and checksum is ${type}`;
  if (value.length === digits && /^[0-9a-f]+$/i.test(value)) return undefined;
  return `checksum_value must be ${digits} hexadecimal digits, because checksum is ${type}`;
}
