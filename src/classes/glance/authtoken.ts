import { anything, hashOf, parameter, type Scope } from '../../catalog/index.js';
import type { Resource } from '../../catalog/resource.js';
import { isReleaseBetween } from '../../data/releases.js';
import { reveal } from '../../secrets/secret.js';
import * as keystone from '../keystone/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import { adaptParameter, isServiceDefault, perRelease, serviceDefault } from '../tables/index.js';
import { legacyAuthNames } from './legacy-auth.js';

const { collect_timing: _, ...shared } = keystone.resource.Authtoken.definition.attributes;

/** How a service of Glance checks the tokens of its callers: `keystone::resource::authtoken`, with Glance's user. */
export const authtokenParameters = {
  ...shared,
  username: adaptParameter(shared.username, { required: false, default: 'glance' }),
  password: adaptParameter(shared.password, { required: false, default: serviceDefault }),
  auth_url: adaptParameter(shared.auth_url, {
    required: false,
    default: perRelease({ newton: 'http://127.0.0.1:35357', rocky: 'http://127.0.0.1:5000' }),
  }),
  project_name: adaptParameter(shared.project_name, { required: false, default: 'services' }),
  user_domain_name: adaptParameter(shared.user_domain_name, {
    default: perRelease({ newton: serviceDefault, queens: 'Default' }),
  }),
  project_domain_name: adaptParameter(shared.project_domain_name, {
    default: perRelease({ newton: serviceDefault, queens: 'Default' }),
  }),
  auth_type: adaptParameter(shared.auth_type, { default: 'password' }),
  auth_uri: adaptParameter(shared.auth_uri, { until: 'queens', default: 'http://127.0.0.1:5000' }),
  www_authenticate_uri: adaptParameter(shared.www_authenticate_uri, { default: 'http://127.0.0.1:5000' }),
  params: parameter(
    hashOf(anything),
    'Parameters of keystone::resource::authtoken, which override those of this class.',
    {
      default: {},
      since: 'xena',
    },
  ),
} as const;

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
  const { params, ...own } = scope.parameters;
  const values: Record<string, unknown> = { ...own };
  for (const [name, older] of Object.entries(legacyAuthNames)) {
    if (Object.hasOwn(own, name))
      values[name] = resolveLegacyValue(scope, { service, until: 'newton' }, older, name);
  }
  // These two releases write the URL under both names.
  if (isReleaseBetween(scope.release, 'rocky', 'stein')) values.auth_uri = values.www_authenticate_uri;
  if (isServiceDefault(values.password)) {
    scope.fail(
      "Glance's user has no password, so tokens could not be verified",
      `set ${service}::authtoken::password, or another auth_strategy than keystone`,
    );
  }
  return new keystone.resource.Authtoken(scope, config, {
    ...values,
    ...(reveal(params) as object | undefined),
  });
}
