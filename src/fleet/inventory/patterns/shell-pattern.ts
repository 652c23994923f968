import { anyCharacter, exactCharacter, matchesWildcards, type Wildcard } from '../../../data/wildcards.js';

/** Returns the test of a shell pattern as Python's `fnmatch` reads it: `*`, `?`, `[a-f]`, `[!a-f]`, no escapes. */
export function compileShellPattern(pattern: string): (name: string) => boolean {
  const wildcards = parse([...pattern]);
  return (name) => matchesWildcards(wildcards, name);
}

function parse(characters: readonly string[]): Wildcard[] {
  const wildcards: Wildcard[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const end = character === '[' ? findSetEnd(characters, at) : -1;
    if (character === '*') wildcards.push('*');
    else if (character === '?') wildcards.push(anyCharacter);
    else if (end < 0) wildcards.push(exactCharacter(character));
    else {
      wildcards.push(parseSet(characters.slice(at + 1, end)));
      at = end;
    }
  }
  return wildcards;
}

/** Returns the index of the `]` that ends a set: one directly after its begin is a member. */
function findSetEnd(characters: readonly string[], start: number): number {
  const first = characters[start + 1] === '!' ? start + 2 : start + 1;
  return characters.indexOf(']', characters[first] === ']' ? first + 1 : first);
}

function parseSet(members: readonly string[]): Wildcard {
  const isNegated = members[0] === '!';
  const list = isNegated ? members.slice(1) : members;
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const from = list[at] ?? '';
    const to = list[at + 1] === '-' ? list[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (one) => isNegated !== ranges.some(([from, to]) => from <= one && one <= to);
}
