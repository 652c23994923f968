import { definedType } from '../../catalog/index.js';
import { declareOptions, findConfigType, joinAny, literalSecret, option } from '../shared/index.js';
import { omitProjectOfSystemScope } from './project-scope.js';

const table = {
  endpoint_id: option(
    'oslo_limit/endpoint_id',
    'The ID in Keystone of the endpoint of the service to which the limits apply.',
    { required: true },
  ),
  username: option('oslo_limit/username', 'The user that reads limits from Keystone.', { required: true }),
  password: option('oslo_limit/password', 'Its password.', { required: true, ...literalSecret }),
  auth_url: option('oslo_limit/auth_url', "Keystone's URL.", { required: true }),
  project_name: option(
    'oslo_limit/project_name',
    'The project of the user; has no effect with a system scope.',
  ),
  user_domain_name: option('oslo_limit/user_domain_name', 'The domain of the user.', { default: 'Default' }),
  project_domain_name: option(
    'oslo_limit/project_domain_name',
    'The domain of the project; has no effect with a system scope.',
    {
      default: 'Default',
    },
  ),
  system_scope: option(
    'oslo_limit/system_scope',
    'The system scope of the token, instead of a project: `all`.',
  ),
  auth_type: option('oslo_limit/auth_type', 'Authentication type.', { default: 'password' }),
  service_type: option('oslo_limit/service_type', "Keystone's type in the service catalog."),
  valid_interfaces: option(
    'oslo_limit/valid_interfaces',
    "Interfaces of Keystone's endpoint to use, the preferred one first.",
    {
      write: (value) => joinAny(value),
    },
  ),
  region_name: option('oslo_limit/region_name', "The region of Keystone's endpoint."),
  endpoint_override: option(
    'oslo_limit/endpoint_override',
    "Keystone's endpoint, instead of the one in the catalog.",
  ),
};

/** `oslo::limit`: the options of oslo.limit. */
export class Limit extends definedType('oslo::limit', table, {
  doc: "The client of Keystone for projects' limits (oslo.limit).",
  since: 'xena',
}) {
  override declare(): void {
    declareOptions(this, findConfigType(this, this.title), table, {
      instead: omitProjectOfSystemScope(this.parameters),
    });
  }
}
