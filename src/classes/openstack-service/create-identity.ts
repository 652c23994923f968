import type { AttributeTable } from '../../catalog/attribute.js';
import { arrayOf, boolean, classType, parameter, type Scope } from '../../catalog/index.js';
import * as keystone from '../keystone/index.js';
import { passOn } from '../pass-on.js';
import { passwordString, perRelease, scalarString } from '../shared/index.js';
import { findAnchor } from './declare-order.js';
import type { OpenStackService } from './openstack-service.js';

/** How a service is registered in Keystone. */
export interface Identity {
  readonly user: string;
  /** The name of the service in Keystone's catalog. */
  readonly service: string;
  /** The type of the service in Keystone's catalog: `image`. */
  readonly type: string;
  readonly description: string;
  /** The URL of its endpoints, without a trailing slash. */
  readonly url: string;
}

/** Returns the parameters of a service, its user and its endpoints in Keystone. */
export function createIdentityParameters({ user, service, type, description, url }: Identity) {
  const flag = (doc: string) => parameter(boolean, doc, { default: true });
  return {
    password: parameter(passwordString, "Password of the service's user.", { required: true }),
    email: parameter(scalarString, 'Email address of the user.', { default: `${user}@localhost` }),
    auth_name: parameter(scalarString, 'Name of the user.', { default: user }),
    configure_endpoint: flag('Whether the endpoints are managed.'),
    configure_user: flag('Whether the user is managed.'),
    configure_user_role: flag("Whether the user's roles are managed."),
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
  } as const;
}

/** The roles of a service's user in its project and the system, which classes have since Yoga. */
const roleParameters = {
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

/** A scope with the parameters of an identity. */
export type IdentityScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/**
 * Returns the class `x::keystone::auth` of a service: its user, its service and its endpoints in Keystone.
 * @param parameters The values of `createIdentityParameters`, and further parameters of older releases.
 * @param declareOrder Orders the identity and the service. @default the identity comes before the end of the service
 */
export function createIdentity<const A extends AttributeTable>(
  { name, title, deps }: Pick<OpenStackService, 'name' | 'title' | 'deps'>,
  parameters: A,
  declareOrder: (scope: IdentityScope) => void = (scope) => orderBeforeEnd(scope, name),
) {
  const table = { ...parameters, ...roleParameters };
  return class extends classType(`${name}::keystone::auth`, table, {
    doc: `${title}'s user, service and endpoints in Keystone.`,
  }) {
    override declare(): void {
      this.include(deps);
      new keystone.resource.ServiceIdentity(this, name, passOn(this.parameters));
      declareOrder(this);
    }
  };
}

/** Orders the identity of a service before the end of the service. */
export function orderBeforeEnd(scope: Scope, name: string): void {
  scope.chain(keystone.resource.ServiceIdentity.ref(name)).before(findAnchor(name, 'service::end'));
}
