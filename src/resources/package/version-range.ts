/** One condition of a range. */
interface Comparison {
  readonly operator: '<' | '<=' | '>' | '>=' | '=';
  readonly version: string;
}

/** Conditions that a version must all fulfil. */
export type VersionRange = readonly Comparison[];

/** Below 0 where the first version is the older one, 0 where both are the same. */
export type CompareVersions = (one: string, other: string) => number;

/** A comparison with its version right behind it; a version alone must be met exactly, as in Puppet. */
const comparison = /^(<=?|>=?|)([0-9A-Za-z][0-9A-Za-z.+~:^_!-]*)$/;

/**
 * Reads comparisons that are joined by spaces: `>=1.0 <2.0`. Undefined for anything else, a single version, a pattern
 * or a word like 'latest' among it.
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

/** Whether a text can only be meant as a range, be it a well-formed one or not. */
export function isRangeLike(text: string): boolean {
  return /^[<>=!~|,]| |\|\|/.test(text);
}

/** Whether a version fulfils all conditions of a range. */
export function isWithin(version: string, range: VersionRange, compare: CompareVersions): boolean {
  return range.every(({ operator, version: limit }) => satisfiesOperator(compare(version, limit), operator));
}

/** Whether the order of a version and its limit is what an operator asks for; any other operator asks for the same version. */
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

/** What is wrong with a text that can only be meant as a range. */
export function checkRange(text: string): string | undefined {
  if (!isRangeLike(text) || parseRange(text) !== undefined) return undefined;
  const reason = text.includes('||')
    ? "there is no '||' in ranges of packages, in Puppet neither"
    : 'write comparisons with <, <=, > or >=, each with its version right behind it, and spaces between them';
  return `ensure '${text}' is no range of versions such as '>=1.0 <2.0': ${reason}`;
}
