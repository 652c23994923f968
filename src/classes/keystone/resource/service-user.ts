import { definedType } from '../../../catalog/index.js';
import { omitProjectOfSystemScope } from '../../oslo/project-scope.js';
import {
  declareOptions,
  findConfigType,
  literalSecret,
  type OptionOptions,
  type OptionValue,
  option,
} from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`service_user/${name}`, doc, options);

const table = {
  auth_type: key('auth_type', 'Authentication type.'),
  auth_version: key('auth_version', "The version of Keystone's API."),
  cafile: key('cafile', 'Certificates of the authorities that are trusted.'),
  certfile: key('certfile', 'Certificate to present.'),
  keyfile: key('keyfile', 'Key of that certificate.'),
  region_name: key('region_name', "The region of Keystone's endpoint."),
  auth_url: key('auth_url', "Keystone's URL.", { required: true }),
  username: key('username', "The service's user in Keystone.", { required: true }),
  password: key('password', 'Its password.', { required: true, ...literalSecret }),
  user_domain_name: key('user_domain_name', 'The domain of the user.'),
  project_name: key('project_name', 'The project of the user; has no effect with a system scope.'),
  project_domain_name: key(
    'project_domain_name',
    'The domain of the project; has no effect with a system scope.',
  ),
  system_scope: key('system_scope', 'The system scope of the token, instead of a project: `all`.'),
  send_service_user_token: key(
    'send_service_user_token',
    "Whether a token of the service is sent with the user's token.",
    {
      default: false,
    },
  ),
  insecure: key('insecure', 'Whether the certificates of other servers are not verified.'),
};

/** `keystone::resource::service_user`. */
export class ServiceUser extends definedType('keystone::resource::service_user', table, {
  doc: 'The credentials with which a service sends its own token to other services.',
  since: 'wallaby',
}) {
  override declare(): void {
    this.include(Params);
    this.include(Deps);
    declareOptions(this, findConfigType(this, this.title), table, {
      instead: omitProjectOfSystemScope(this.parameters),
    });
  }
}
