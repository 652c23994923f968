import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Directories that are short: the path of a socket may have about 100 characters. */
const PARENTS = ['/tmp', '/var/tmp'];

/**
 * Makes a directory that only this user can enter, for the sockets and the answers of one connection. Its name contains
 * the number of this process.
 */
export function makePrivateDirectory(): { readonly path: string; remove(): void } {
  let refusal: unknown;
  for (const parent of PARENTS) {
    try {
      const path = mkdtempSync(join(parent, `ga-${process.pid}-`));
      return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}
