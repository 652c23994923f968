import { arrayOf, boolean, classType, parameter, secretString, string } from '../../../catalog/index.js';
import {
  File,
  KeystoneDomain,
  KeystoneRole,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
} from '../../../resources/index.js';
import { isSet } from '../../shared/index.js';
import { Deps } from '../deps.js';

/** `keystone::roles::admin`: the administrator, and the project of the services. */
export class Admin extends classType(
  'keystone::roles::admin',
  {
    email: parameter(string, "The administrator's address.", { required: true }),
    password: parameter(secretString, "The administrator's password.", { required: true }),
    admin: parameter(string, 'The administrator.', { default: 'admin' }),
    admin_tenant: parameter(string, "The administrator's project.", { default: 'openstack' }),
    admin_roles: parameter(arrayOf(string), "The administrator's roles.", { default: ['admin'] }),
    service_tenant: parameter(string, 'The project of the services.', { default: 'services' }),
    admin_tenant_desc: parameter(string, "Description of the administrator's project.", {
      default: 'admin tenant',
    }),
    service_tenant_desc: parameter(string, "Description of the services' project.", {
      default: 'Tenant for the openstack services',
    }),
    configure_user: parameter(boolean, 'Whether the administrator is created.', { default: true }),
    configure_user_role: parameter(boolean, 'Whether the administrator gets the roles.', { default: true }),
    admin_user_domain: parameter(string, 'The domain of the administrator.'),
    admin_project_domain: parameter(string, "The domain of the administrator's project."),
    service_project_domain: parameter(string, "The domain of the services' project."),
    target_admin_domain: parameter(string, 'A domain in which the administrator also has the roles.'),
  },
  {
    doc: 'The administrator with its project and roles, and the project of the services.',
    until: 'victoria',
    replacedBy: 'use keystone::bootstrap since wallaby',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { admin_user_domain, admin_project_domain, service_project_domain, target_admin_domain } =
      this.parameters;
    const domains = [admin_user_domain, admin_project_domain, service_project_domain, target_admin_domain];
    const ensure = 'present';
    for (const domain of new Set(domains.filter(isSet)))
      new KeystoneDomain(this, String(domain), { ensure, enabled: true });
    const { admin, admin_tenant, admin_tenant_desc, service_tenant, service_tenant_desc } = this.parameters;
    new KeystoneTenant(this, String(service_tenant), {
      ensure,
      enabled: true,
      description: service_tenant_desc,
      domain: service_project_domain,
    });
    new KeystoneTenant(this, String(admin_tenant), {
      ensure,
      enabled: true,
      description: admin_tenant_desc,
      domain: admin_project_domain,
    });
    new KeystoneRole(this, 'admin', { ensure });
    const { email, password, configure_user, configure_user_role } = this.parameters;
    if (configure_user === true) {
      new KeystoneUser(this, String(admin), {
        ensure,
        enabled: true,
        email,
        password,
        domain: admin_user_domain,
      });
    }
    if (configure_user_role === true) this.#roles();
  }

  #roles(): void {
    const { admin, admin_tenant, admin_roles: roles } = this.parameters;
    const {
      admin_user_domain: user_domain,
      admin_project_domain: project_domain,
      target_admin_domain,
    } = this.parameters;
    const ensure = 'present';
    const credentials = this.collect(File, { tag: 'openrc' });
    const inProject = new KeystoneUserRole(this, `${admin}@${admin_tenant}`, {
      ensure,
      user_domain,
      project_domain,
      roles,
    });
    this.chain(KeystoneTenant.ref(String(admin_tenant))).before(inProject);
    this.chain(this.collect(KeystoneUser, { title: admin })).before(inProject);
    this.chain(inProject).before(credentials);
    if (!isSet(target_admin_domain)) return;
    const title = `${admin}@::${target_admin_domain}`;
    this.chain(new KeystoneUserRole(this, title, { ensure, user_domain, roles })).before(credentials);
  }
}
