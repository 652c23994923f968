import {
  anyCharacter,
  characterSet,
  exactCharacter,
  matchesWildcards,
  type Wildcard,
} from '../../data/wildcards.js';

/** Compiles a shell pattern for names: `*`, `?`, `[a-z]` and `[!a-z]`. */
export function compileNamePattern(pattern: string): (name: string) => boolean {
  const wildcards = (pattern.match(/\[!?[^\]]+\]|[\s\S]/gu) ?? []).map(toWildcard);
  return (name) => matchesWildcards(wildcards, name);
}

function toWildcard(part: string): Wildcard {
  if (part === '*') return '*';
  if (part === '?') return anyCharacter;
  if (part.length === 1 || !part.startsWith('[')) return exactCharacter(part);
  const negated = part.startsWith('[!');
  return characterSet(`${negated ? '^' : ''}${part.slice(negated ? 2 : 1, -1).replace(/[\\[\]^]/g, '\\$&')}`);
}
