import { isUtf8 } from 'node:buffer';
import { HostError } from '../host-error.js';

/**
 * Refuses names that are not UTF-8. Paths are strings here, so that such a name cannot be returned: it is an error,
 * because no file may be overlooked when a directory is copied or purged.
 */
export function refuseOddNames(directory: string, names: readonly Buffer[]): void {
  const odd = names.filter((name) => !isUtf8(name));
  if (odd.length === 0) return;
  throw new HostError(
    `cannot list ${directory}: names in it are not UTF-8: ${odd.map(escaped).join(', ')}; rename or remove them`,
    'EILSEQ',
    directory,
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
