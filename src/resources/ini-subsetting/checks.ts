import type { DesiredSubsetting } from './attributes.js';

/** Validates the attributes of a subsetting together. */
export function* validate({
  insert_type,
  insert_value,
  use_exact_match,
  value,
}: DesiredSubsetting): Generator<string> {
  if (['before', 'after', 'index'].includes(insert_type) && insert_value === undefined)
    yield `insert_type '${insert_type}' needs an insert_value`;
  if (insert_type === 'index' && typeof insert_value === 'string' && !/^\d+$/.test(insert_value))
    yield "insert_value must be a number if insert_type is 'index'";
  if (use_exact_match && value !== undefined) yield 'a word that is matched exactly cannot have a value';
}
