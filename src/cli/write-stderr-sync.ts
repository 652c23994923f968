import { writeSync } from 'node:fs';

/** Says something on standard error before the process ends, where it is to be heard at all. */
export function writeStderrSync(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody listens, and what was to be done does not wait for that.
  }
}
