import { reveal } from '../../secrets/secret.js';

/**
 * Puppet's marker for 'not set by us: leave it to the service'. It stands in the catalog, and the configuration
 * types take it for 'absent' when they are applied.
 */
export const serviceDefault = '<SERVICE DEFAULT>';

/** Whether a parameter was left to the service. */
export function isServiceDefault(value: unknown): boolean {
  return reveal(value) === serviceDefault;
}

/** Whether a parameter says something: given, not empty, not left to the service. Puppet's `false` says nothing. */
export function isSet(value: unknown): boolean {
  const clear = reveal(value);
  return clear !== undefined && clear !== null && clear !== '' && clear !== false && clear !== serviceDefault;
}
