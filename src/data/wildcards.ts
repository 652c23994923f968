import { ensureDefined } from '../errors/ensure-defined.js';

/** A part of a shell pattern: any run of characters, or one character that passes a test. */
export type Wildcard = '*' | ((character: string) => boolean);

/**
 * Whether a whole string matches a pattern of wildcards. Only the last run is ever extended, so the time is
 * proportional to the product of both lengths. A regular expression with ten stars could take exponential time.
 */
export function matchesWildcards(pattern: readonly Wildcard[], text: string): boolean {
  const characters = [...text];
  let at = 0;
  let next = 0;
  let run: { readonly after: number; end: number } | undefined;
  while (at < characters.length) {
    const wildcard = pattern[next];
    if (wildcard === '*') {
      next += 1;
      run = { after: next, end: at };
    } else if (wildcard?.(ensureDefined(characters[at])) === true) {
      next += 1;
      at += 1;
    } else if (run !== undefined) {
      run.end += 1;
      at = run.end;
      next = run.after;
    } else return false;
  }
  return pattern.slice(next).every((wildcard) => wildcard === '*');
}

/** Returns a wildcard for one given character. */
export function exactCharacter(character: string): Wildcard {
  return (one) => one === character;
}

/** A wildcard for any character. */
export const anyCharacter: Wildcard = () => true;

/** Returns a wildcard for a set of characters, written as within the brackets of a regular expression. */
export function characterSet(set: string): Wildcard {
  const expression = new RegExp(`^[${set}]$`, 'su');
  return (one) => expression.test(one);
}
