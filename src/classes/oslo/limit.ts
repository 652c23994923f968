import { definedType } from '../../catalog/index.js';
import { configType, declareOptions, joinAny, option, password } from '../tables/index.js';
import { omitProjectOfSystemScope } from './project-scope.js';

const table = {
  endpoint_id: option(
    'oslo_limit/endpoint_id',
    "The endpoint of the service whose limits are meant: Keystone's id.",
    { required: true },
  ),
  username: option('oslo_limit/username', 'The user that asks Keystone for limits.', { required: true }),
  password: option('oslo_limit/password', 'Its password.', { required: true, ...password }),
  auth_url: option('oslo_limit/auth_url', 'Where Keystone is.', { required: true }),
  project_name: option(
    'oslo_limit/project_name',
    'The project of the user; means nothing with a system scope.',
  ),
  user_domain_name: option('oslo_limit/user_domain_name', 'The domain of the user.', { default: 'Default' }),
  project_domain_name: option(
    'oslo_limit/project_domain_name',
    'The domain of the project; means nothing with a system scope.',
    {
      default: 'Default',
    },
  ),
  system_scope: option('oslo_limit/system_scope', 'The scope of the token where it is no project: `all`.'),
  auth_type: option('oslo_limit/auth_type', 'How the user proves who it is.', { default: 'password' }),
  service_type: option('oslo_limit/service_type', 'The type under which Keystone is in its own catalog.'),
  valid_interfaces: option(
    'oslo_limit/valid_interfaces',
    'Endpoints of Keystone that may be used, the best first.',
    {
      write: (value) => joinAny(value),
    },
  ),
  region_name: option('oslo_limit/region_name', "The region of Keystone's endpoint."),
  endpoint_override: option(
    'oslo_limit/endpoint_override',
    "Keystone's endpoint, whatever its catalog says.",
  ),
};

/** `oslo::limit`: the options of oslo.limit. */
export class Limit extends definedType('oslo::limit', table, {
  doc: 'Where the limits of projects are asked for (oslo.limit).',
  since: 'xena',
}) {
  override declare(): void {
    declareOptions(this, configType(this, this.title), table, {
      instead: omitProjectOfSystemScope(this.parameters),
    });
  }
}
