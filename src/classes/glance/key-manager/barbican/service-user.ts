import { classType } from '../../../../catalog/index.js';
import * as oslo from '../../../oslo/index.js';
import { adaptParameter } from '../../../shared/index.js';
import { Deps } from '../../deps.js';

const {
  username,
  auth_url,
  project_name,
  user_domain_name,
  project_domain_name,
  system_scope,
  auth_type,
  ...shared
} = oslo.key_manager.barbican.ServiceUser.definition.attributes;

/** The user whose token Glance sends to Barbican with the caller's token. */
export class ServiceUser extends classType(
  'glance::key_manager::barbican::service_user',
  {
    ...shared,
    username: adaptParameter(username, { required: false, default: 'glance' }),
    auth_url: adaptParameter(auth_url, { required: false, default: 'http://localhost:5000' }),
    project_name: adaptParameter(project_name, { default: 'services' }),
    user_domain_name: adaptParameter(user_domain_name, { default: 'Default' }),
    project_domain_name: adaptParameter(project_domain_name, { default: 'Default' }),
    system_scope: adaptParameter(system_scope, { since: 'yoga' }),
    auth_type: adaptParameter(auth_type, { default: 'password' }),
  },
  {
    doc: "The user whose token Glance sends to Barbican with the caller's: [barbican_service_user] of glance-api.conf.",
    since: 'xena',
  },
) {
  override declare(): void {
    this.include(Deps);
    new oslo.key_manager.barbican.ServiceUser(this, 'glance_api_config', this.parameters);
  }
}
