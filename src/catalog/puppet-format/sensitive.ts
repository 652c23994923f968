import { Secret } from '../../secrets/secret.js';

/** Turns Puppet's rich data of the kind `Sensitive` into secrets, wherever in a value it stands. */
export function unwrapSensitive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapSensitive);
  if (typeof value !== 'object' || value === null) return value;
  if ('__ptype' in value && value.__ptype === 'Sensitive') {
    return new Secret(unwrapSensitive('__pvalue' in value ? value.__pvalue : undefined));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrapSensitive(one)]));
}
