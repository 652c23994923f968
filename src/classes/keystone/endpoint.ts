import { classType, parameter, string } from '../../catalog/index.js';
import { isSet } from '../tables/index.js';
import { Deps } from './deps.js';
import { ServiceIdentity } from './resource/service-identity.js';

/** `keystone::endpoint`: Keystone in its own catalog. */
export class Endpoint extends classType(
  'keystone::endpoint',
  {
    public_url: parameter(string, 'Where everyone finds it, without a version.', {
      default: 'http://127.0.0.1:5000',
    }),
    internal_url: parameter(string, 'Where services find it. Left out: where everyone does.'),
    admin_url: parameter(string, 'Where administrators find it.', { default: 'http://127.0.0.1:35357' }),
    region: parameter(string, 'The region.', { default: 'RegionOne' }),
    user_domain: parameter(string, 'The domain of users.'),
    project_domain: parameter(string, 'The domain of projects.'),
    default_domain: parameter(string, 'The domain of both, where the others name none.'),
    version: parameter(string, 'What is put behind the addresses; empty for nothing.', { default: 'unset' }),
  },
  {
    doc: 'Keystone in its own catalog.',
    until: 'victoria',
    replacedBy: 'keystone::bootstrap says it since wallaby',
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
