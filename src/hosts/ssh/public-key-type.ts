import { readFileSync } from 'node:fs';

/** Returns the type of the key in a file, from the public part beside it; undefined if there is none. */
export function readPublicKeyType(path: string): string | undefined {
  try {
    return /^(\S+) /.exec(readFileSync(`${path}.pub`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
