import {
  anything,
  arrayOf,
  boolean,
  definedType,
  oneOf,
  parameter,
  secretString,
  string,
  type ValueType,
} from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import {
  KeystoneDomain,
  KeystoneEndpoint,
  KeystoneRole,
  KeystoneService,
  KeystoneUser,
  KeystoneUserRole,
} from '../../../resources/index.js';
import { passOn } from '../../pass-on.js';
import { isSet, toText } from '../../shared/index.js';
import { Deps } from '../deps.js';

/** A string; Puppet's modules use `false` for none. */
const textOrFalse: ValueType<string | boolean> = {
  schema: { type: ['string', 'boolean'] },
  expected: 'a string, or false for none',
};
const secretOrFalse: ValueType<string | false> = {
  schema: { anyOf: [secretString.schema, { const: false }] },
  expected: 'a secret string, or false for none',
  secret: true,
};

/** `keystone::resource::service_identity`. */
export class ServiceIdentity extends definedType(
  'keystone::resource::service_identity',
  {
    ensure: parameter(oneOf('present', 'absent'), 'Whether all of it exists.', { default: 'present' }),
    admin_url: parameter(textOrFalse, 'Admin URL of the service.', { default: false }),
    internal_url: parameter(textOrFalse, 'Internal URL.', { default: false }),
    public_url: parameter(textOrFalse, "Keystone's public URL.", { default: false }),
    password: parameter(secretOrFalse, "The user's password.", { default: false }),
    service_type: parameter(textOrFalse, 'Type of the service, such as `image`.', { default: false }),
    auth_name: parameter(string, 'The user, if it is not the title.'),
    configure_endpoint: parameter(boolean, 'Whether the endpoints are created.', { default: true }),
    configure_user: parameter(boolean, 'Whether the user is created.', { default: true }),
    configure_user_role: parameter(boolean, 'Whether the user gets its roles.', { default: true }),
    configure_service: parameter(boolean, 'Whether the service is created.', { default: true }),
    email: parameter(string, "The user's e-mail address. @default the title at localhost"),
    region: parameter(string, 'The region of the endpoints.', { default: 'RegionOne' }),
    service_name: parameter(string, 'The service. @default the name of the user'),
    service_description: parameter(string, 'Description of the service.'),
    tenant: parameter(string, 'The project of the roles.', { default: 'services' }),
    ignore_default_tenant: parameter(anything, 'It has no effect.', {
      until: 'ocata',
      default: false,
      obsolete: 'it had no effect',
    }),
    roles: parameter(arrayOf(string), 'Roles of the user in the project.', { default: ['admin'] }),
    system_scope: parameter(string, 'The system scope of the system roles.', {
      since: 'wallaby',
      default: 'all',
    }),
    system_roles: parameter(arrayOf(string), 'Roles of the user in the system.', {
      since: 'wallaby',
      default: [],
    }),
    user_domain: parameter(string, 'The domain of the user.'),
    project_domain: parameter(
      string,
      'The domain of the project, which the title of the roles does not contain.',
    ),
    default_domain: parameter(string, 'The domain of the user. @default user_domain'),
  },
  { doc: 'A service in Keystone: user, roles, service, endpoints.' },
) {
  override declare(): void {
    this.include(Deps);
    const { configure_user, configure_user_role, configure_service, configure_endpoint } = this.parameters;
    if (configure_user === true) this.#user();
    if (configure_user_role === true) this.#roles();
    if (configure_service === true) this.#service();
    if (configure_endpoint === true) this.#endpoint();
  }

  get #userName(): string {
    return String(this.parameters.auth_name ?? this.title);
  }

  get #serviceName(): string {
    return String(this.parameters.service_name ?? this.#userName);
  }

  get #ensure(): 'present' | 'absent' {
    return this.parameters.ensure as 'present' | 'absent';
  }

  #user(): void {
    if (!isSet(this.parameters.password)) {
      if (compareReleases(this.release, 'ocata') >= 0)
        this.fail('a user needs a password', 'give password, or set configure_user to false');
      this.warn(`the user ${this.#userName} has no password`);
    }
    const { password, email = `${this.title}@localhost`, user_domain, default_domain } = this.parameters;
    const domain = user_domain ?? default_domain;
    if (isSet(domain)) {
      this.ensureResource(KeystoneDomain, String(domain), { ensure: this.#ensure, enabled: true });
    }
    this.ensureResource(KeystoneUser, this.#userName, {
      ensure: this.#ensure,
      enabled: true,
      password,
      email,
      domain: passOn(domain),
    });
  }

  #roles(): void {
    const { tenant, roles, system_scope, system_roles = [] } = this.parameters;
    const ensure = this.#ensure;
    const newton = compareReleases(this.release, 'ocata') < 0;
    // Roles are never removed: other users may have them.
    if (ensure === 'present' && !newton) {
      for (const role of [...(roles as readonly string[]), ...(system_roles as readonly string[])]) {
        this.ensureResource(KeystoneRole, role, { ensure });
      }
    }
    if (newton || (roles as readonly string[]).length > 0) {
      this.ensureResource(KeystoneUserRole, `${this.#userName}@${tenant}`, { ensure, roles });
    }
    if ((system_roles as readonly string[]).length > 0) {
      this.ensureResource(KeystoneUserRole, `${this.#userName}@::::${system_scope}`, {
        ensure,
        roles: system_roles,
      });
    }
  }

  #service(): void {
    const { service_type, service_description = `${this.title} service` } = this.parameters;
    if (!isSet(service_type)) {
      this.fail(
        'When configuring a service, you need to set the service_type parameter.',
        'service_type: image',
      );
    }
    this.ensureResource(KeystoneService, `${this.#serviceName}::${toText(service_type)}`, {
      ensure: this.#ensure,
      description: service_description,
    });
  }

  #endpoint(): void {
    const { service_type, region, public_url, internal_url, admin_url } = this.parameters;
    if (!isSet(public_url) || !isSet(internal_url) || !isSet(admin_url)) {
      this.fail(
        'When configuring an endpoint, you need to set the _url parameters.',
        'public_url, internal_url and admin_url',
      );
    }
    const type = isSet(service_type) ? `::${toText(service_type)}` : '';
    this.ensureResource(KeystoneEndpoint, `${region}/${this.#serviceName}${type}`, {
      ensure: this.#ensure,
      public_url: passOn(public_url),
      admin_url: passOn(admin_url),
      internal_url: passOn(internal_url),
    });
    if (type === '')
      this.warn('an endpoint without a service type has no effect since Mitaka', 'set service_type');
  }
}
