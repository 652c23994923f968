/** What stands before a `::`: colons may be in it, two in a row may not. */
const name = '((?:[^:]|:[^:])+)';

/** A form that titles may have: the groups of the pattern are the values of the attributes, in their order. */
export type TitlePattern = readonly [pattern: RegExp, ...attributes: readonly string[]];

/** `first` or `first::second`. */
export function colonPatterns(first: string, second: string): readonly TitlePattern[] {
  return [
    [new RegExp(`^${name}::(.+)$`), first, second],
    [new RegExp(`^${name}$`), first],
  ];
}

/** Reads a title by the first pattern that fits; a text says why none does. */
export function createTitleParser(patterns: readonly TitlePattern[], form: string) {
  return (title: string): Readonly<Record<string, string>> | string => {
    for (const [pattern, ...attributes] of patterns) {
      const match = pattern.exec(title);
      if (match !== null)
        return Object.fromEntries(attributes.map((attribute, at) => [attribute, match[at + 1] ?? '']));
    }
    return `its title is not of the form ${form}`;
  };
}
