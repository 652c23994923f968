import type { WantedCron } from './attributes.js';
import { findTimeProblem, type TimeField, timeFields, toNumeric } from './cron-time.js';

/** Resolves the user, and removes white space and values without a meaning. */
export function normalize(wanted: WantedCron): WantedCron {
  return {
    ...wanted,
    ...(isSpecial(wanted) && resetWildcardFields(wanted)),
    user: wanted.user ?? wanted.target ?? 'root',
    command: wanted.command?.trim(),
    environment: wanted.environment?.filter((one) => one !== 'absent').map((one) => one.trim()),
  };
}

/** Validates the attributes of a cron job together. */
export function* validate(wanted: WantedCron): Iterable<string> {
  const { user, target } = wanted;
  if (target !== undefined && target !== user)
    yield `user is '${user}' and target is '${target}': remove one of them`;
  if (wanted.ensure === 'absent') return;
  if (wanted.command === 'absent') yield "command cannot be 'absent': remove it, or set ensure: 'absent'";
  const special = isSpecial(wanted);
  for (const field of timeFields) {
    const values = wanted[field];
    if (special && values !== undefined) yield `it cannot have both special and ${field}`;
    for (const value of values ?? []) {
      const problem = findTimeProblem(field, value);
      if (problem !== undefined) yield problem;
    }
  }
}

function isSpecial({ special }: WantedCron): boolean {
  return special !== undefined && special !== 'absent';
}

/** Removes fields with the value '*', which are allowed beside a special time. */
function resetWildcardFields(wanted: WantedCron): Partial<Record<TimeField, undefined>> {
  const wildcards = timeFields.filter((field) =>
    wanted[field]?.every((value) => toNumeric(field, value) === '*'),
  );
  return Object.fromEntries(wildcards.map((field) => [field, undefined]));
}
