import type { Scope } from '../../catalog/index.js';
import type { Resource } from '../../catalog/resource.js';
import { resolveLegacyValue } from '../legacy-value.js';
import {
  createAuthtokenParameters,
  declareAuthtoken as declareCheck,
} from '../openstack-service/authtoken.js';
import { legacyAuthNames } from './legacy-auth.js';

/** The parameters with which a service of Glance checks the tokens of its callers. */
export const authtokenParameters = createAuthtokenParameters('glance');

/**
 * Declares the check of tokens.
 * @param service The class of the service, such as `glance::api`, whose parameters of older releases take precedence,
 * as in Puppet.
 */
export function declareAuthtoken(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  service: string,
): Resource {
  const values: Record<string, unknown> = { ...scope.parameters };
  for (const [name, older] of Object.entries(legacyAuthNames)) {
    if (Object.hasOwn(scope.parameters, name))
      values[name] = resolveLegacyValue(scope, { service, until: 'newton' }, older, name);
  }
  return declareCheck(scope, { config, title: 'Glance', className: `${service}::authtoken` }, values);
}
