import { definedType } from '../../../../catalog/index.js';
import { declareOptions, findConfigType, literalSecret, option } from '../../../shared/index.js';
import { omitProjectOfSystemScope } from '../../project-scope.js';

const table = {
  username: option('barbican_service_user/username', "The service's user in Keystone.", {
    required: true,
  }),
  password: option('barbican_service_user/password', 'Its password.', {
    required: true,
    ...literalSecret,
  }),
  auth_url: option('barbican_service_user/auth_url', "Keystone's URL.", { required: true }),
  project_name: option(
    'barbican_service_user/project_name',
    'The project of the user; has no effect with a system scope.',
  ),
  user_domain_name: option('barbican_service_user/user_domain_name', 'The domain of the user.'),
  project_domain_name: option(
    'barbican_service_user/project_domain_name',
    'The domain of the project; has no effect with a system scope.',
  ),
  system_scope: option(
    'barbican_service_user/system_scope',
    'The system scope of the token, instead of a project: `all`.',
  ),
  insecure: option(
    'barbican_service_user/insecure',
    'Whether the certificates of other servers are not verified.',
  ),
  auth_type: option('barbican_service_user/auth_type', 'Authentication type.'),
  auth_version: option('barbican_service_user/auth_version', "The version of Keystone's API."),
  cafile: option('barbican_service_user/cafile', 'Certificates of the authorities that are trusted.'),
  certfile: option('barbican_service_user/certfile', 'Certificate to present.'),
  keyfile: option('barbican_service_user/keyfile', 'Key of that certificate.'),
  region_name: option('barbican_service_user/region_name', "The region of Keystone's endpoint."),
};

/** `oslo::key_manager::barbican::service_user`: the credentials of the service for Barbican. */
export class ServiceUser extends definedType('oslo::key_manager::barbican::service_user', table, {
  doc: 'The credentials with which a service sends its own token to Barbican (castellan).',
  since: 'xena',
}) {
  override declare(): void {
    declareOptions(this, findConfigType(this, this.title), table, {
      instead: omitProjectOfSystemScope(this.parameters),
    });
  }
}
