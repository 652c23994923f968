import { readFileSync } from 'node:fs';

/**
 * Returns the file mode mask of this process; undefined if the kernel does not report it. `process.umask()` would
 * change the mask for a moment, during which another thread could create a file that everyone can read.
 */
export function currentUmask(): number | undefined {
  try {
    const [, digits] = /^Umask:\s*([0-7]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
  } catch {
    return undefined;
  }
}
