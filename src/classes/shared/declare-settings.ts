import type { Scope } from '../../catalog/index.js';
import { isPlainHash } from './puppet-functions.js';

/** A configuration type, such as `glance_api_config`. */
export interface ConfigType {
  // Callers do not depend on its attributes.
  new (scope: Scope, title: string, attributes?: Readonly<Record<string, unknown>>): unknown;
  readonly definition: { readonly name: string };
}

/**
 * Declares settings of one file: Puppet's `create_resources`. A value is short for `value => …`; a hash contains the
 * attributes: `{ value: password, secret: true }`, `{ ensure: 'absent' }`.
 * @param attributes Attributes of all settings, such as metaparameters.
 */
export function declareSettings(
  scope: Scope,
  type: ConfigType,
  values: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, unknown>> = {},
): void {
  for (const [key, value] of Object.entries(values)) {
    new type(scope, key, { ...attributes, ...(isPlainHash(value) ? value : { value }) });
  }
}
