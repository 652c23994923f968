import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** The maximum length of a name in common file systems, in bytes. */
const LONGEST = 255;

/** The number of random digits at the end of a name, so that no two writes use the same one. */
const DIGITS = 12;

/** Matches the names that `temporaryName` returns, and captures what precedes the digits. */
const TEMPORARY = new RegExp(`^(\\..*\\.glance-apply-)[0-9a-f]{${DIGITS}}$`, 's');

/**
 * Returns a path beside another one for its replacement: `.NAME.glance-apply-XXXXXXXXXXXX`. It is hidden, and if a run
 * is killed in between, the next one recognizes the leftover file by its name. The replacement of a file that is itself
 * temporary counts as a leftover of the same path, and is named accordingly.
 */
export function temporaryName(path: string): string {
  return join(dirname(path), `${temporaryStem(path)}${random()}`);
}

/** Returns whether a name in the directory of a path is one that `temporaryName` returns for this path. */
export function isTemporaryName(name: string, path: string): boolean {
  const stem = temporaryStem(path);
  return name.startsWith(stem) && new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(name.slice(stem.length));
}

/** Returns whether a name is one that `temporaryName` returns for any path. */
export function isAnyTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

/** Returns a path beside another one for a copy of it that must outlive a run that is killed. */
export function copyName(path: string): string {
  return join(dirname(path), `${temporaryStem(path)}copy-${random()}`);
}

/** Returns the beginning of all names that `temporaryName` returns for a path: what precedes the digits. */
export function temporaryStem(path: string): string {
  const [, stem] = TEMPORARY.exec(basename(path)) ?? [];
  if (stem !== undefined) return stem;
  const suffix = '.glance-apply-';
  const room = LONGEST - 'copy-'.length - suffix.length - DIGITS - 1;
  const name = Buffer.from(basename(path)).subarray(0, room);
  // A truncated character would become a longer one.
  return `.${name.toString('utf8').replace(/\uFFFD$/, '')}${suffix}`;
}

function random(): string {
  return randomBytes(DIGITS / 2).toString('hex');
}
