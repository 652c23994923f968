import { readFileSync } from 'node:fs';

/**
 * The file mode mask of this process; undefined where the kernel does not tell. `process.umask()` would change it for
 * a moment, in which another thread may make a file that everybody can read.
 */
export function currentUmask(): number | undefined {
  try {
    const [, digits] = /^Umask:\s*([0-7]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
  } catch {
    return undefined;
  }
}
