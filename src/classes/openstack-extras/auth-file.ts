import { absolutePath, definedType, parameter, secretString, string } from '../../catalog/index.js';
import { toShellWord } from '../../formats/shell.js';
import { File } from '../../resources/index.js';
import { deriveSecret, reveal } from '../../secrets/secret.js';
import { formatOrFail } from '../shared/index.js';

/**
 * `openstack_extras::auth_file`: an openrc file.
 * @example
 * new openstack_extras.AuthFile(site, '/root/demo-openrc', { username: 'demo', project_name: 'demo', password })
 */
export class AuthFile extends definedType(
  'openstack_extras::auth_file',
  {
    password: parameter(secretString, "The user's password.", { required: true }),
    auth_url: parameter(string, "Keystone's URL.", { default: 'http://127.0.0.1:5000/v3' }),
    username: parameter(string, 'The user.', { default: 'admin' }),
    project_name: parameter(string, 'The project.', { default: 'admin' }),
    user_domain_name: parameter(string, 'The domain of the user.', { default: 'Default' }),
    project_domain_name: parameter(string, 'The domain of the project.', { default: 'Default' }),
    region_name: parameter(string, 'The region whose endpoints are used.', { default: 'RegionOne' }),
    os_interface: parameter(string, 'Interface of the endpoints: `public`, `internal`, `admin`.'),
    path: parameter(absolutePath, 'The file, if it is not the title.'),
    owner: parameter(string, 'Owner of the file, who can read it.', { default: 'root' }),
    group: parameter(string, 'Group of the file, which cannot read it.', { default: 'root' }),
  },
  { doc: 'A shell file with the credentials of the `openstack` command: `. /root/admin-openrc`.' },
) {
  override declare(): void {
    const { path = this.title, owner, group } = this.parameters;
    new File(this, String(path), {
      content: deriveSecret(this.#content(), this.parameters),
      owner,
      group,
      mode: '0600',
      show_diff: false,
    });
  }

  #content(): string {
    const variable = (name: string, parameter: keyof typeof this.parameters) => {
      const value = this.parameters[parameter];
      if (value === undefined) return '';
      const word = formatOrFail(this, parameter, () => toShellWord(String(reveal(value))));
      return `export ${name}=${word}\n`;
    };
    return [
      variable('OS_PROJECT_DOMAIN_NAME', 'project_domain_name'),
      variable('OS_USER_DOMAIN_NAME', 'user_domain_name'),
      variable('OS_PROJECT_NAME', 'project_name'),
      variable('OS_USERNAME', 'username'),
      variable('OS_PASSWORD', 'password'),
      variable('OS_AUTH_URL', 'auth_url'),
      variable('OS_REGION_NAME', 'region_name'),
      variable('OS_INTERFACE', 'os_interface'),
      'export OS_IDENTITY_API_VERSION=3\n',
      'export OS_IMAGE_API_VERSION=2\n',
    ].join('');
  }
}
