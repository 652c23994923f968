import { parameter } from '../../catalog/index.js';
import { optionValue, secretScalarString } from '../shared/index.js';

/** A parameter of Newton that moved to the class `authtoken` of the same service. */
function movedParameter(service: string, doc: string, newton: string, now: string = newton) {
  return parameter(optionValue, doc, {
    until: 'newton',
    became: { name: `glance::${service}::authtoken::${now}` },
    deprecated: { hint: `use glance::${service}::authtoken::${newton}` },
  });
}

/**
 * Authentication parameters of a service in Newton, before the class `authtoken`. Values given here take precedence
 * over that class, as in Puppet.
 * @param service `api`, `registry` or `glare`.
 */
export function legacyAuthParameters<const S extends string>(service: S) {
  return {
    keystone_password: parameter(secretScalarString, "Password of the service's user.", {
      until: 'newton',
      became: { name: `glance::${service}::authtoken::password` },
      deprecated: { hint: `use glance::${service}::authtoken::password` },
    }),
    auth_type: parameter(optionValue, 'How callers are authenticated.', {
      until: 'newton',
      became: { name: 'auth_strategy' },
      deprecated: { hint: 'use auth_strategy' },
    }),
    auth_uri: movedParameter(
      service,
      'Public address of the Identity service.',
      'auth_uri',
      'www_authenticate_uri',
    ),
    identity_uri: movedParameter(service, 'Administrative address of the Identity service.', 'auth_url'),
    keystone_tenant: movedParameter(service, "Project of the service's user.", 'project_name'),
    keystone_user: movedParameter(service, "The service's user.", 'username'),
    memcached_servers: movedParameter(
      service,
      'Memcached servers in which tokens are cached.',
      'memcached_servers',
    ),
    signing_dir: parameter(optionValue, 'Directory for the files of PKI tokens.', {
      until: 'newton',
      obsolete: 'PKI tokens have been removed',
      deprecated: { hint: `use glance::${service}::authtoken::signing_dir` },
    }),
    token_cache_time: movedParameter(
      service,
      'Seconds for which a validated token is cached.',
      'token_cache_time',
    ),
  };
}

/** Parameters of the service's class by the parameters of its class `authtoken` that they set. */
export const legacyAuthNames: Readonly<Record<string, string>> = {
  username: 'keystone_user',
  password: 'keystone_password',
  project_name: 'keystone_tenant',
  auth_url: 'identity_uri',
  auth_uri: 'auth_uri',
  www_authenticate_uri: 'auth_uri',
  memcached_servers: 'memcached_servers',
  token_cache_time: 'token_cache_time',
  signing_dir: 'signing_dir',
};
