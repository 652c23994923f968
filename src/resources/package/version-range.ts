/** One condition of a range. */
interface Comparison {
  readonly operator: '<' | '<=' | '>' | '>=' | '=';
  readonly version: string;
}

/** Conditions that a version must satisfy, all of them. */
export type VersionRange = readonly Comparison[];

/** Returns a negative number if the first version is older, 0 if both are equal. */
export type CompareVersions = (one: string, other: string) => number;

/** An operator followed directly by a version; a version alone must be equal, as in Puppet. */
const comparison = /^(<=?|>=?|)([0-9A-Za-z][0-9A-Za-z.+~:^_!-]*)$/;

/**
 * Parses comparisons that are joined by spaces: `>=1.0 <2.0`. Returns undefined for anything else, such as a single
 * version, a pattern or a word like 'latest'.
 */
export function parseRange(text: string): VersionRange | undefined {
  if (!isRangeLike(text)) return undefined;
  const comparisons: Comparison[] = [];
  for (const part of text.split(/ +/)) {
    const [, operator, version] = comparison.exec(part) ?? [];
    if (version === undefined) return undefined;
    comparisons.push({ operator: (operator || '=') as Comparison['operator'], version });
  }
  return comparisons;
}

/** Returns whether a string can only be meant as a range, well-formed or not. */
export function isRangeLike(text: string): boolean {
  return /^[<>=!~|,]| |\|\|/.test(text);
}

/** Returns whether a version satisfies all conditions of a range. */
export function isWithin(version: string, range: VersionRange, compare: CompareVersions): boolean {
  return range.every(({ operator, version: limit }) => satisfiesOperator(compare(version, limit), operator));
}

/** Returns whether the order of a version and its limit satisfies an operator; any other operator requires equality. */
export function satisfiesOperator(order: number, operator: string): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}

/** Returns what is wrong with a string that can only be meant as a range. */
export function checkRange(text: string): string | undefined {
  if (!isRangeLike(text) || parseRange(text) !== undefined) return undefined;
  const reason = text.includes('||')
    ? "ranges of packages have no '||', as in Puppet"
    : 'write comparisons with <, <=, > or >=, each directly followed by its version, separated by spaces';
  return `ensure '${text}' is not a range of versions such as '>=1.0 <2.0': ${reason}`;
}
