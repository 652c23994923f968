import { arrayOf, boolean, parameter } from '../../../catalog/index.js';
import { passwordString, perRelease, scalarString } from '../../tables/index.js';

/** The values in which two services in Keystone differ. */
export interface Identity {
  readonly user: string;
  readonly service: string;
  readonly type: string;
  readonly description: string;
  readonly port: number;
}

/** An endpoint before Kilo, which is only a host. */
function formerAddress(which: string, port: number) {
  return parameter(scalarString, `Host of the ${which} endpoint.`, {
    until: 'juno',
    became: { name: `${which}_url`, translate: (host) => `http://${String(host)}:${port}` },
  });
}

/** Returns the parameters of a service, its user and its endpoints in Keystone. */
export function identityParameters({ user, service, type, description, port }: Identity) {
  const url = `http://127.0.0.1:${port}`;
  const flag = (doc: string) => parameter(boolean, doc, { default: true });
  return {
    password: parameter(passwordString, "Password of the service's user.", { required: true }),
    email: parameter(scalarString, 'E-mail address of the user.', { default: `${user}@localhost` }),
    auth_name: parameter(scalarString, 'Name of the user.', { default: user }),
    configure_endpoint: flag('Whether the endpoints are managed.'),
    configure_user: flag('Whether the user is managed.'),
    configure_user_role: flag("Whether the user's roles are settled."),
    service_name: parameter(scalarString, 'Name of the service.', { default: service }),
    service_type: parameter(scalarString, 'Type of the service.', { default: type }),
    service_description: parameter(scalarString, 'Description of the service in the service catalog.', {
      default: description,
    }),
    region: parameter(scalarString, 'Region of the endpoints.', { default: 'RegionOne' }),
    tenant: parameter(scalarString, 'Project of the user.', { default: 'services' }),
    public_url: parameter(scalarString, 'Public URL of the service, without a trailing slash.', {
      default: url,
    }),
    admin_url: parameter(scalarString, 'Admin URL of the service.', { default: url }),
    internal_url: parameter(scalarString, 'Internal URL of the service.', { default: url }),
    public_address: formerAddress('public', port),
    admin_address: formerAddress('admin', port),
    internal_address: formerAddress('internal', port),
  } as const;
}

/** Roles in the project and the system; Glance has them since Yoga. */
export const roleParameters = {
  roles: parameter(arrayOf(scalarString), 'Roles of the user in its project.', {
    default: perRelease<readonly string[]>({ yoga: ['admin'], '2025.2': ['admin', 'service'] }),
    since: 'yoga',
  }),
  system_scope: parameter(scalarString, "Scope of the user's roles outside of projects.", {
    default: 'all',
    since: 'yoga',
  }),
  system_roles: parameter(arrayOf(scalarString), 'Roles of the user in that scope.', {
    default: [],
    since: 'yoga',
  }),
} as const;
