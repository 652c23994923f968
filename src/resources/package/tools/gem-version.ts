import { isRangeLike, satisfiesOperator } from '../version-range.js';

/** A requirement of RubyGems: `>= 1.0`, `~> 2.1`, `1.0`. Several are joined by commas, or by spaces as in Puppet's ranges. */
interface Requirement {
  readonly operator: string;
  readonly version: string;
}

const requirement =
  /\s*(>=|<=|!=|~>|[<>=])?\s*([0-9]+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)\s*(?:,|(?=\s)|$)/y;

/** Parses requirements; undefined if a string is something else. */
function parseRequirements(text: string): readonly Requirement[] | undefined {
  const found: Requirement[] = [];
  requirement.lastIndex = 0;
  while (requirement.lastIndex < text.length) {
    const [, operator = '=', version] = requirement.exec(text) ?? [];
    if (version === undefined) return undefined;
    found.push({ operator, version });
  }
  return found.length === 0 || /,\s*$/.test(text) ? undefined : found;
}

/** Returns what is wrong with a version or range of gems. */
export function checkGemVersion(text: string): string | undefined {
  if (parseRequirements(text) !== undefined) return undefined;
  return isRangeLike(text)
    ? `ensure '${text}' is not a requirement of gems such as '>=1.0 <2.0' or '~> 1.2'`
    : `ensure '${text}' is not a version of a gem`;
}

/** Formats requirements for `gem install -v`. */
export function toVersionOption(text: string): string {
  const found = parseRequirements(text) ?? [];
  return found
    .map(({ operator, version }) => (operator === '=' ? version : `${operator} ${version}`))
    .join(', ');
}

/** Returns whether a version satisfies all requirements. */
export function satisfiesGemVersion(version: string, text: string): boolean {
  const requirements = parseRequirements(text);
  return requirements?.every((one) => satisfiesRequirement(version, one)) ?? false;
}

function satisfiesRequirement(version: string, { operator, version: limit }: Requirement): boolean {
  const order = compareGemVersions(version, limit);
  if (operator === '!=') return order !== 0;
  if (operator === '~>') return order >= 0 && compareGemVersions(toRelease(version), bumpRelease(limit)) < 0;
  return satisfiesOperator(order, operator);
}

/** Compares as Gem::Version does: letters sort before numbers, and mark a prerelease. */
export function compareGemVersions(one: string, other: string): number {
  const left = splitSegments(one);
  const right = splitSegments(other);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const mine = left[at] ?? '0';
    const yours = right[at] ?? '0';
    const numbers = [/^\d/.test(mine), /^\d/.test(yours)];
    if (numbers[0] !== numbers[1]) return numbers[0] ? 1 : -1;
    const order = numbers[0]
      ? Number(BigInt(mine) - BigInt(yours))
      : mine < yours
        ? -1
        : mine > yours
          ? 1
          : 0;
    if (order !== 0) return Math.sign(order);
  }
  return 0;
}

function splitSegments(version: string): readonly string[] {
  return version.replaceAll('-', '.pre.').match(/\d+|[A-Za-z]+/g) ?? [];
}

/** Returns the numbers before the first letters. */
function toRelease(version: string): string {
  const all = splitSegments(version);
  const end = all.findIndex((segment) => !/^\d/.test(segment));
  return (end === -1 ? all : all.slice(0, end)).join('.');
}

/** Returns the first version that a pessimistic requirement excludes: 1.3 for 1.2.5, 2 for 1.2. */
function bumpRelease(version: string): string {
  const numbers = toRelease(version).split('.');
  if (numbers.length > 1) numbers.pop();
  return [...numbers.slice(0, -1), String(BigInt(numbers.at(-1) || '0') + 1n)].join('.');
}
