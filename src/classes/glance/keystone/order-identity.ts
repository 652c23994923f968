import type { Scope } from '../../../catalog/index.js';
import { Anchor, KeystoneEndpoint, KeystoneUserRole } from '../../../resources/index.js';

/** Before Yoga a change of the endpoint or of the user's role refreshed the service. */
export function orderIdentity(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
): void {
  const { configure_endpoint, configure_user_role } = scope.parameters;
  const { region, service_name, service_type, auth_name, tenant } = scope.parameters;
  const begin = Anchor.ref('glance::service::begin');
  if (configure_endpoint) {
    scope.chain(KeystoneEndpoint.ref(`${region}/${service_name}::${service_type}`)).notify(begin);
  }
  if (configure_user_role) scope.chain(KeystoneUserRole.ref(`${auth_name}@${tenant}`)).notify(begin);
}
