import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import type { SourceLocation } from '../../errors/source-location.js';
import type { LocatedMember, LocatedValue } from './located-value.js';

/** Returns the members of a value that must be a hash; none if it is null. Any other value is an error. */
export function readHash(
  { members, value, location }: LocatedValue,
  what: string,
  problems: Diagnostic[],
  keyLocation?: SourceLocation,
): readonly LocatedMember[] | undefined {
  if (members !== undefined) return members;
  if (value === null || value === undefined) return [];
  problems.push(
    problem('node.form', `${what} must be a hash, not ${kindOf(value)}`, {
      location: location ?? keyLocation,
      hint: 'a hash is written `name: value`, one per line',
    }),
  );
  return undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a string' : `the ${typeof value} ${String(value)}`;
}
