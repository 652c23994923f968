import type { DesiredTidy } from './attributes.js';

/** Validates the attributes of a tidy together. */
export function* validate({ matches, recurse, backup, path, max_files }: DesiredTidy): Generator<string> {
  if (matches !== undefined && !recurse)
    yield 'matches applies to what recurse finds: set recurse to true or a number of levels';
  if (max_files > 0 && !recurse) yield 'max_files limits what recurse finds; set recurse too';
  if (typeof backup === 'string' && backup.startsWith('.'))
    yield 'a backup beside a removed file would stay in the directory; set backup to true or the name of a filebucket';
  if (path === '/' && recurse)
    yield 'the root directory cannot be tidied as a whole; give a directory below it';
}
