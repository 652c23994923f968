import { boolean, classType, parameter, secretString, string } from '../../catalog/index.js';
import {
  Anchor,
  Exec,
  File,
  KeystoneEndpoint,
  KeystoneRole,
  KeystoneService,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
} from '../../resources/index.js';
import * as openstacklib from '../openstacklib/index.js';
import { passOn } from '../pass-on.js';
import { derive } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';

const local = 'http://127.0.0.1:5000';
const cloudsFile = '/etc/openstack/puppet/admin-clouds.yaml';

/**
 * `keystone::bootstrap`: the administrator, the service and its endpoints in Keystone, and the administrator's
 * credentials.
 */
export class Bootstrap extends classType(
  'keystone::bootstrap',
  {
    password: parameter(secretString, "The administrator's password.", { required: true }),
    username: parameter(string, 'The administrator.', { default: 'admin' }),
    email: parameter(string, "The administrator's address.", { default: 'admin@localhost' }),
    project_name: parameter(string, "The administrator's project.", { default: 'admin' }),
    service_project_name: parameter(string, 'The project of the services.', { default: 'services' }),
    role_name: parameter(string, "The administrator's role.", { default: 'admin' }),
    service_name: parameter(string, "Keystone's name in the service catalog.", { default: 'keystone' }),
    admin_url: parameter(string, "Keystone's admin URL.", { default: local }),
    public_url: parameter(string, "Keystone's public URL.", { default: local }),
    internal_url: parameter(string, 'Internal URL. @default the public URL'),
    region: parameter(string, 'The region of its endpoint.', { default: 'RegionOne' }),
    interface: parameter(
      string,
      'Interface of the endpoint that the administrator uses: `public`, `internal`, `admin`.',
      {
        default: 'public',
      },
    ),
    bootstrap: parameter(boolean, 'Whether Keystone is bootstrapped.', { default: true }),
  },
  { doc: "The administrator, and Keystone's own service and endpoints.", since: 'yoga' },
) {
  override declare(): void {
    this.include(Params);
    this.include(Deps);
    if (this.parameters.bootstrap === true) {
      this.#command();
      this.#content();
    }
    this.#credentials();
  }

  get #internalUrl(): string {
    return String(this.parameters.internal_url ?? this.parameters.public_url);
  }

  /** Runs only after the schema has been migrated. */
  #command(): void {
    const { username, password, project_name, role_name, service_name, admin_url, public_url, region } =
      this.parameters;
    const variables = {
      USERNAME: username,
      PASSWORD: password,
      PROJECT_NAME: project_name,
      ROLE_NAME: role_name,
      SERVICE_NAME: service_name,
      ADMIN_URL: admin_url,
      PUBLIC_URL: public_url,
      INTERNAL_URL: this.#internalUrl,
      REGION_ID: region,
    };
    const user = this.parametersOf('keystone')?.keystone_user ?? this.include(Params).user;
    new Exec(this, 'keystone bootstrap', {
      command: 'keystone-manage bootstrap',
      environment: Object.entries(variables).map(([name, value]) =>
        derive(value, (clear) => `OS_BOOTSTRAP_${name}=${String(clear)}`),
      ),
      user: passOn(user),
      path: '/usr/bin',
      refreshonly: true,
      subscribe: Anchor.ref('keystone::dbsync::end'),
      notify: Anchor.ref('keystone::service::begin'),
      tag: 'keystone-bootstrap',
    });
  }

  /** Declares the same resources, so that later changes are applied in Keystone too. */
  #content(): void {
    const { username, password, email, project_name, service_project_name, role_name, service_name } =
      this.parameters;
    const { admin_url, public_url, region } = this.parameters;
    const ensure = 'present';
    this.ensureResource(KeystoneRole, String(role_name), { ensure });
    this.ensureResource(KeystoneUser, String(username), { ensure, enabled: true, email, password });
    for (const project of [service_project_name, project_name]) {
      this.ensureResource(KeystoneTenant, String(project), { ensure, enabled: true });
    }
    for (const scope of [`${project_name}`, '::::all']) {
      this.ensureResource(KeystoneUserRole, `${username}@${scope}`, {
        ensure,
        roles: passOn(role_name),
      });
    }
    this.ensureResource(KeystoneService, `${service_name}::identity`, { ensure });
    this.ensureResource(KeystoneEndpoint, `${region}/${service_name}::identity`, {
      ensure,
      public_url,
      admin_url,
      internal_url: this.#internalUrl,
    });
  }

  #credentials(): void {
    const {
      username,
      password,
      project_name,
      region,
      interface: kind,
      admin_url,
      public_url,
    } = this.parameters;
    for (const directory of ['/etc/openstack', '/etc/openstack/puppet']) {
      this.ensureResource(File, directory, {
        ensure: 'directory',
        mode: '0755',
        owner: 'root',
        group: 'root',
      });
    }
    const urls: Readonly<Record<string, unknown>> = { admin: admin_url, internal: this.#internalUrl };
    const clouds = new openstacklib.Clouds(this, cloudsFile, {
      username,
      password,
      auth_url: String(urls[String(kind)] ?? public_url),
      project_name,
      system_scope: 'all',
      region_name: region,
      interface: kind,
    });
    this.chain(Anchor.ref('keystone::config::begin'))
      .before(clouds)
      .before(Anchor.ref('keystone::config::end'));
  }
}
