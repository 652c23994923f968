/** The part before a `::`, which can contain colons, but not two in a row. */
const name = '((?:[^:]|:[^:])+)';

/** A form of titles: the groups of the pattern are the values of the attributes, in their order. */
export type TitlePattern = readonly [pattern: RegExp, ...attributes: readonly string[]];

/** Returns the patterns of titles of the form `first` or `first::second`. */
export function colonPatterns(first: string, second: string): readonly TitlePattern[] {
  return [
    [new RegExp(`^${name}::(.+)$`), first, second],
    [new RegExp(`^${name}$`), first],
  ];
}

/** Creates a function that parses a title by the first matching pattern; without one, it returns an error message. */
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
