import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  anyCharacter,
  characterSet,
  exactCharacter,
  matchesWildcards,
  type Wildcard,
} from '../../wildcards.js';

/**
 * Returns the files that match a pattern of Ruby's `Dir.glob`, in its order: `*`, `?`, `[…]`, `{a,b}`, and `**` for
 * folders of any depth. Only patterns that begin with a dot match names that begin with one.
 */
export function globFiles(folder: string, pattern: string): string[] {
  return expandBraces(pattern).flatMap((one) =>
    walk(
      folder,
      one.split('/').filter((part) => part !== ''),
    ),
  );
}

/** Expands `{a,b}c` to `ac` and `bc`. */
function expandBraces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern);
  if (match === null) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

function walk(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  if (!/[*?[\\]/.test(part)) return descend(folder, part, rest);
  return readEntries(folder).flatMap((entry) => {
    if (part === '**' && rest.length > 0) {
      const deeper = entry.isDirectory() && !entry.name.startsWith('.');
      return [
        ...matchEntry(folder, entry.name, rest),
        ...(deeper ? walk(join(folder, entry.name), parts) : []),
      ];
    }
    return matchEntry(folder, entry.name, parts);
  });
}

/** Returns the files that match a pattern in or below one entry of a folder. */
function matchEntry(folder: string, name: string, [part = '', ...rest]: readonly string[]): string[] {
  if (part === '**' && rest.length > 0) return matchEntry(folder, name, rest);
  if (name.startsWith('.') && !part.startsWith('.')) return [];
  return matchesWildcards(parseWildcards(part), name) ? descend(folder, name, rest) : [];
}

function descend(folder: string, name: string, rest: readonly string[]): string[] {
  const path = join(folder, name);
  if (rest.length > 0) return walk(path, rest);
  return isFile(path) ? [path] : [];
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)),
    );
  } catch {
    // A path that is not a folder, or cannot be read, contains no matches.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

function parseWildcards(part: string): Wildcard[] {
  const pieces = part.matchAll(/\\(.)|(\*+)|(\?)|\[([!^]?)([^\]]+)\]|([\s\S])/gu);
  return Array.from(pieces, ([, escaped, star, any, not, set, literal]) => {
    if (star !== undefined) return '*';
    if (any !== undefined) return anyCharacter;
    if (set !== undefined) return characterSet(`${not === '' ? '' : '^'}${set.replace(/[\\\]]/g, '\\$&')}`);
    return exactCharacter(escaped ?? literal ?? '');
  });
}
