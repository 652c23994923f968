import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** The longest name that file systems take, in bytes. */
const LONGEST = 255;

/** Random digits at the end of a name, so that no two writings use one. */
const DIGITS = 12;

/** A name that `temporaryName` gave; what stands before its digits. */
const TEMPORARY = new RegExp(`^(\\..*\\.glance-apply-)[0-9a-f]{${DIGITS}}$`, 's');

/**
 * A path beside another for what is to replace it: `.NAME.glance-apply-XXXXXXXXXXXX`. It is hidden, and where a run
 * was killed in between, the next one knows by it what is left over. What is to replace a file that is itself
 * temporary is left over of the same path, and named so.
 */
export function temporaryName(path: string): string {
  return join(dirname(path), `${stemOf(path)}${random()}`);
}

/** Whether a name in the directory of a path is one that `temporaryName` gave. */
export function isTemporaryName(name: string, path: string): boolean {
  const stem = stemOf(path);
  return name.startsWith(stem) && new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(name.slice(stem.length));
}

/** Whether a name is one that `temporaryName` gave, for whatever path. */
export function isAnyTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

/** A path beside another for a copy of it that must outlive a run that was killed. */
export function copyName(path: string): string {
  return join(dirname(path), `${stemOf(path)}copy-${random()}`);
}

/** What stands before the digits. */
function stemOf(path: string): string {
  const [, stem] = TEMPORARY.exec(basename(path)) ?? [];
  if (stem !== undefined) return stem;
  const suffix = '.glance-apply-';
  const room = LONGEST - 'copy-'.length - suffix.length - DIGITS - 1;
  const name = Buffer.from(basename(path)).subarray(0, room);
  // A character cut in two would become a longer one.
  return `.${name.toString('utf8').replace(/\uFFFD$/, '')}${suffix}`;
}

function random(): string {
  return randomBytes(DIGITS / 2).toString('hex');
}
