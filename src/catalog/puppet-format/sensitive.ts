import { revealAll, Secret } from '../../secrets/secret.js';

/**
 * Returns the parameters of a resource with secrets marked as such; `sensitive` lists the names of those that the
 * resource marks.
 */
export function unwrapParameters(
  parameters: Readonly<Record<string, unknown>>,
  sensitive: readonly string[],
): Record<string, unknown> {
  const unwrapped = Object.entries(parameters).map(([name, value]): [string, unknown] => {
    const plain = unwrapSensitive(value);
    const isSecret = sensitive.includes(name) && plain !== null && !Secret.is(plain);
    return [name, isSecret ? new Secret(revealAll(plain)) : plain];
  });
  return Object.fromEntries(unwrapped);
}

/** Converts Puppet's rich data of the kind `Sensitive` to secrets, at any depth of a value. */
export function unwrapSensitive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapSensitive);
  if (typeof value !== 'object' || value === null) return value;
  if ('__ptype' in value && value.__ptype === 'Sensitive') {
    return new Secret(revealAll(unwrapSensitive('__pvalue' in value ? value.__pvalue : undefined)));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrapSensitive(one)]));
}
