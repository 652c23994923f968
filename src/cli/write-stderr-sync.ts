import { writeSync } from 'node:fs';

/** Writes to standard error synchronously, because the process is about to exit. */
export function writeStderrSync(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Standard error is closed; the caller continues regardless.
  }
}
