import { arrayOf, boolean, parameter } from '../../../catalog/index.js';
import { passwordText, perRelease, text } from '../../tables/index.js';

/** What differs between one service's entry in Keystone and another's. */
export interface Identity {
  readonly user: string;
  readonly service: string;
  readonly type: string;
  readonly description: string;
  readonly port: number;
}

/** An address of before Kilo, which was a host alone. */
function formerAddress(which: string, port: number) {
  return parameter(text, `Host of the ${which} endpoint.`, {
    until: 'juno',
    became: { name: `${which}_url`, translate: (host) => `http://${String(host)}:${port}` },
  });
}

/** How a service, its user and its endpoints stand in Keystone. */
export function identityParameters({ user, service, type, description, port }: Identity) {
  const url = `http://127.0.0.1:${port}`;
  const flag = (doc: string) => parameter(boolean, doc, { default: true });
  return {
    password: parameter(passwordText, "Password of the service's user.", { required: true }),
    email: parameter(text, 'E-mail address of the user.', { default: `${user}@localhost` }),
    auth_name: parameter(text, 'Name of the user.', { default: user }),
    configure_endpoint: flag('Whether the endpoints are settled.'),
    configure_user: flag('Whether the user is settled.'),
    configure_user_role: flag("Whether the user's roles are settled."),
    service_name: parameter(text, 'Name of the service.', { default: service }),
    service_type: parameter(text, 'Type of the service.', { default: type }),
    service_description: parameter(text, 'What the catalog says of the service.', { default: description }),
    region: parameter(text, 'Region of the endpoints.', { default: 'RegionOne' }),
    tenant: parameter(text, 'Project of the user.', { default: 'services' }),
    public_url: parameter(text, 'Address of the service for everybody, without a slash at its end.', {
      default: url,
    }),
    admin_url: parameter(text, 'Address of the service for administrators.', { default: url }),
    internal_url: parameter(text, 'Address of the service for other services.', { default: url }),
    public_address: formerAddress('public', port),
    admin_address: formerAddress('admin', port),
    internal_address: formerAddress('internal', port),
  } as const;
}

/** Roles beside the project's; they came to Glance with Yoga. */
export const roleParameters = {
  roles: parameter(arrayOf(text), 'Roles of the user in its project.', {
    default: perRelease<readonly string[]>({ yoga: ['admin'], '2025.2': ['admin', 'service'] }),
    since: 'yoga',
  }),
  system_scope: parameter(text, "Scope of the user's roles outside of projects.", {
    default: 'all',
    since: 'yoga',
  }),
  system_roles: parameter(arrayOf(text), 'Roles of the user in that scope.', {
    default: [],
    since: 'yoga',
  }),
} as const;
