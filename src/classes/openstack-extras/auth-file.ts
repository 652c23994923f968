import { absolutePath, definedType, parameter, secretString, string } from '../../catalog/index.js';
import { toShellWord } from '../../formats/shell.js';
import { File } from '../../resources/index.js';
import { derivedSecret, reveal } from '../../secrets/secret.js';
import { written } from '../tables/index.js';

/**
 * `openstack_extras::auth_file`: what people call an openrc.
 * @example
 * new openstack_extras.AuthFile(site, '/root/demo-openrc', { username: 'demo', project_name: 'demo', password })
 */
export class AuthFile extends definedType(
  'openstack_extras::auth_file',
  {
    password: parameter(secretString, "The user's password.", { required: true }),
    auth_url: parameter(string, 'Where Keystone is.', { default: 'http://127.0.0.1:5000/v3' }),
    username: parameter(string, 'The user.', { default: 'admin' }),
    project_name: parameter(string, 'The project.', { default: 'admin' }),
    user_domain_name: parameter(string, 'The domain of the user.', { default: 'Default' }),
    project_domain_name: parameter(string, 'The domain of the project.', { default: 'Default' }),
    region_name: parameter(string, 'The region whose endpoints are used.', { default: 'RegionOne' }),
    os_interface: parameter(string, 'Which endpoints are used: `public`, `internal`, `admin`.'),
    path: parameter(absolutePath, 'The file, where it is not the title.'),
    owner: parameter(string, 'Who may read it.', { default: 'root' }),
    group: parameter(string, "The file's group, which may not.", { default: 'root' }),
  },
  { doc: 'A file that a shell reads, so that `openstack` knows who is asking: `. /root/admin-openrc`.' },
) {
  override declare(): void {
    const { path = this.title, owner, group } = this.parameters;
    new File(this, String(path), {
      content: derivedSecret(this.#content(), this.parameters),
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
      const word = written(this, parameter, () => toShellWord(String(reveal(value))));
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
