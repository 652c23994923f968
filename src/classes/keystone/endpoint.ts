import { classType, parameter, string } from '../../catalog/index.js';
import { isSet } from '../shared/index.js';
import { Deps } from './deps.js';
import { ServiceIdentity } from './resource/service-identity.js';

/** `keystone::endpoint`: Keystone's own service and endpoints. */
export class Endpoint extends classType(
  'keystone::endpoint',
  {
    public_url: parameter(string, 'Public URL, without a version.', {
      default: 'http://127.0.0.1:5000',
    }),
    internal_url: parameter(string, 'Internal URL. @default the public URL'),
    admin_url: parameter(string, 'Admin URL.', { default: 'http://127.0.0.1:35357' }),
    region: parameter(string, 'The region.', { default: 'RegionOne' }),
    user_domain: parameter(string, 'The domain of users.'),
    project_domain: parameter(string, 'The domain of projects.'),
    default_domain: parameter(string, 'The domain of both, unless they are given.'),
    version: parameter(string, 'Version to append to the URLs, or an empty string.', { default: 'unset' }),
  },
  {
    doc: "Keystone's own service and endpoints.",
    until: 'victoria',
    replacedBy: 'use keystone::bootstrap since wallaby',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { public_url, internal_url, admin_url, region } = this.parameters;
    const { user_domain, project_domain, default_domain, version } = this.parameters;
    const behind = version === 'unset' ? 'v2.0' : String(version);
    const url = (base: unknown) => (behind === '' ? String(base) : `${base}/${behind}`);
    new ServiceIdentity(this, 'keystone', {
      configure_user: false,
      configure_user_role: false,
      service_type: 'identity',
      service_description: 'OpenStack Identity Service',
      public_url: url(public_url),
      admin_url: url(admin_url),
      internal_url: url(isSet(internal_url) ? internal_url : public_url),
      region,
      user_domain,
      project_domain,
      default_domain,
    });
  }
}
