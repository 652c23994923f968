import { isHash } from '../../data/is-hash.js';
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
  if (!isHash(value)) return value;
  if (value.__ptype === 'Sensitive') return new Secret(revealAll(unwrapSensitive(value.__pvalue)));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrapSensitive(one)]));
}
