import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { matchesPattern } from './match-pattern.js';

/** Returns the paths that match a pattern with `*` and `?`, sorted as by a shell. Hidden files need a dot in the pattern. */
export function expandGlob(pattern: string): string[] {
  let found = ['/'];
  for (const part of pattern.split('/').filter((one) => one !== '')) {
    found = found.flatMap((directory) => {
      if (!/[*?]/.test(part)) return [join(directory, part)];
      return namesIn(directory)
        .filter((name) => name.startsWith('.') === part.startsWith('.') && matchesPattern(name, part))
        .map((name) => join(directory, name));
    });
  }
  return found.filter((path) => existsSync(path));
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    // As in a shell, what cannot be listed contains no matching names.
    return [];
  }
}
