import type { DesiredCron } from './attributes.js';
import { findTimeProblem, type TimeField, timeFields, toNumeric } from './cron-time.js';

/** Resolves the user, and removes white space and values without a meaning. */
export function normalize(desired: DesiredCron): DesiredCron {
  return {
    ...desired,
    ...(isSpecial(desired) && resetWildcardFields(desired)),
    user: desired.user ?? desired.target ?? 'root',
    command: desired.command?.trim(),
    environment: desired.environment?.filter((one) => one !== 'absent').map((one) => one.trim()),
  };
}

/** Validates the attributes of a cron job together. */
export function* validate(desired: DesiredCron): Iterable<string> {
  const { user, target } = desired;
  if (target !== undefined && target !== user)
    yield `user is '${user}' and target is '${target}': remove one of them`;
  if (desired.ensure === 'absent') return;
  if (desired.command === 'absent') yield "command cannot be 'absent': remove it, or set ensure: 'absent'";
  const special = isSpecial(desired);
  for (const field of timeFields) {
    const values = desired[field];
    if (special && values !== undefined) yield `it cannot have both special and ${field}`;
    for (const value of values ?? []) {
      const problem = findTimeProblem(field, value);
      if (problem !== undefined) yield problem;
    }
  }
}

function isSpecial({ special }: DesiredCron): boolean {
  return special !== undefined && special !== 'absent';
}

/** Removes fields with the value '*', which are allowed beside a special time. */
function resetWildcardFields(desired: DesiredCron): Partial<Record<TimeField, undefined>> {
  const wildcards = timeFields.filter((field) =>
    desired[field]?.every((value) => toNumeric(field, value) === '*'),
  );
  return Object.fromEntries(wildcards.map((field) => [field, undefined]));
}
