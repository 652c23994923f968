import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** The longest name that file systems take, in bytes. */
const LONGEST = 255;

/**
 * A path beside another for what is to replace it: `.NAME.glance-apply-XXXXXXXX`. It is hidden, and if the
 * machine dies in between, what is left over says whose it is.
 */
export function temporaryName(path: string): string {
  const suffix = `.glance-apply-${randomBytes(6).toString('hex')}`;
  const name = Buffer.from(basename(path)).subarray(0, LONGEST - suffix.length - 1);
  // A character cut in two would become a longer one.
  return join(dirname(path), `.${name.toString('utf8').replace(/\uFFFD$/, '')}${suffix}`);
}
