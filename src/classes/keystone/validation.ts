import type { Scope } from '../../catalog/index.js';
import { Anchor, Exec, Service } from '../../resources/index.js';
import { secret } from '../../secrets/secret.js';
import { isSet } from '../tables/index.js';

/**
 * Has Keystone list its users once its service has changed, as `keystone::service` did up to Train. The token is no
 * argument of the command, as it was in Puppet: everyone on the host can read those.
 */
export function declareValidation(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
): void {
  const { validate_auth_url, validate_insecure, validate_cacert, admin_endpoint, admin_token } =
    scope.parameters;
  const url = [validate_auth_url, admin_endpoint, 'http://localhost:35357/v2.0'].find(isSet);
  new Exec(scope, 'validate_keystone_connection', {
    path: '/usr/bin:/bin:/usr/sbin:/sbin',
    command: [
      'openstack',
      '--os-auth-url',
      String(url),
      ...(validate_insecure === true ? ['--insecure'] : []),
      ...(isSet(validate_cacert) ? ['--os-cacert', String(validate_cacert)] : []),
      'user',
      'list',
    ],
    environment: [secret.text`OS_TOKEN=${admin_token}`],
    subscribe: Service.ref('keystone'),
    refreshonly: true,
    tries: 10,
    try_sleep: 2,
    notify: Anchor.ref('keystone::service::end'),
  });
}
