/** What stands in a pattern of a shell: any run of characters, or one that passes a test. */
export type Wildcard = '*' | ((character: string) => boolean);

/**
 * Whether all of a text fits a pattern of wildcards. Of all runs, only the last one is ever lengthened, so that the time
 * is that of the lengths of both multiplied: as a regular expression, ten stars would take ages to say no.
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
    } else if (wildcard?.(characters[at] as string) === true) {
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

/** A wildcard that stands for one character alone. */
export function exactCharacter(character: string): Wildcard {
  return (one) => one === character;
}

/** A wildcard for any character. */
export const anyCharacter: Wildcard = () => true;

/** A wildcard for a character of a set, as the inside of the brackets of a regular expression has it. */
export function characterSet(set: string): Wildcard {
  const expression = new RegExp(`^[${set}]$`, 'su');
  return (one) => expression.test(one);
}
