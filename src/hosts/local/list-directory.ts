import { isUtf8 } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { HostError } from '../host-error.js';
import type { OpenDirectory } from './paths/open-directory.js';

/** Node's replacement for bytes that it cannot decode. */
const UNREADABLE = '\uFFFD';

/**
 * Lists the names in a directory on this machine, sorted. Paths are strings here, so that a name that is not UTF-8
 * cannot be returned: it is an error, because no file may be overlooked when a directory is copied or purged.
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

/** Escapes a name for bash: `$'caf\xe9'`. */
function escaped(name: Buffer): string {
  const text = [...name].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x5c
      ? `\\x${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return `$'${text.join('')}'`;
}
