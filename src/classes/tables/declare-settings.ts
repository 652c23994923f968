import type { Scope } from '../../catalog/index.js';
import { isHash } from './puppet-functions.js';

/** A configuration type: `glance_api_config` and its kin. */
export interface ConfigType {
  // The table of its attributes is of no concern to whoever declares settings.
  new (scope: Scope, title: string, attributes?: Readonly<Record<string, unknown>>): unknown;
  readonly definition: { readonly name: string };
}

/**
 * Declares settings of one file: Puppet's `create_resources`. A value stands for `value => …`; a hash gives the
 * attributes themselves: `{ value: password, secret: true }`, `{ ensure: 'absent' }`.
 * @param attributes Attributes that all of them have, such as metaparameters.
 */
export function declareSettings(
  scope: Scope,
  type: ConfigType,
  values: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, unknown>> = {},
): void {
  for (const [key, value] of Object.entries(values)) {
    new type(scope, key, { ...attributes, ...(isHash(value) ? value : { value }) });
  }
}
