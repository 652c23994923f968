import { isUtf8 } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { HostError } from '../host-error.js';
import type { OpenDirectory } from './paths/open-directory.js';

/** What Node puts in the place of bytes that it cannot read. */
const UNREADABLE = '\uFFFD';

/**
 * The names in a directory of this machine, sorted. A path is text here, so that a name that is not UTF-8 cannot be
 * given: it is an error, because whoever copies or purges a directory must not overlook a file in it.
 */
export function listDirectory({ procPath: at, path }: OpenDirectory): string[] {
  const names = readdirSync(at).sort();
  if (!names.some((name) => name.includes(UNREADABLE))) return names;
  const odd = readdirSync(at, { encoding: 'buffer' }).filter((name) => !isUtf8(name));
  if (odd.length === 0) return names;
  throw new HostError(
    `cannot list ${path}: names in it are not UTF-8: ${odd.map(escaped).join(', ')}; rename or remove them`,
    'EILSEQ',
    path,
  );
}

/** A name as bash takes it: `$'caf\xe9'`. */
function escaped(name: Buffer): string {
  const text = [...name].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x5c
      ? `\\x${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return `$'${text.join('')}'`;
}
