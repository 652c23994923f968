import { reveal } from '../../secrets/secret.js';

/**
 * Puppet's marker for the service's own default. It is a value in the catalog, and the configuration types treat it as
 * 'absent' when they are applied.
 */
export const serviceDefault = '<SERVICE DEFAULT>';

/** Whether a parameter has the service's own default. */
export function isServiceDefault(value: unknown): boolean {
  return reveal(value) === serviceDefault;
}

/** Whether a parameter has a value: not empty, not the service's own default, and not Puppet's `false`. */
export function isSet(value: unknown): boolean {
  const clear = reveal(value);
  return clear !== undefined && clear !== null && clear !== '' && clear !== false && clear !== serviceDefault;
}
