import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { adaptParameter } from '../shared/index.js';
import { Deps } from './deps.js';

const { endpoint_id, password, username, auth_url, project_name, user_domain_name, project_domain_name } =
  oslo.Limit.definition.attributes;
const { system_scope, auth_type, service_type, valid_interfaces, region_name, endpoint_override } =
  oslo.Limit.definition.attributes;

/** Glance's access to the limits of projects in Keystone. */
export class Limit extends classType(
  'glance::limit',
  {
    endpoint_id,
    password,
    username: adaptParameter(username, { required: false, default: 'glance' }),
    auth_url: adaptParameter(auth_url, { required: false, default: 'http://localhost:5000' }),
    project_name: adaptParameter(project_name, { default: 'services' }),
    user_domain_name,
    project_domain_name,
    system_scope,
    auth_type,
    service_type,
    valid_interfaces,
    region_name,
    endpoint_override,
  },
  {
    doc: 'How Glance reads the limits of projects from Keystone: [oslo_limit] of glance-api.conf.',
    since: 'yoga',
  },
) {
  override declare(): void {
    this.include(Deps);
    new oslo.Limit(this, 'glance_api_config', this.parameters);
  }
}
