import {
  absolutePath,
  anything,
  definedType,
  hashOf,
  parameter,
  secretString,
  string,
} from '../../catalog/index.js';
import { formatYaml, type YamlHash } from '../../formats/yaml-text.js';
import { File } from '../../resources/index.js';
import { derivedSecret, reveal } from '../../secrets/secret.js';
import { isSet, written } from '../tables/index.js';

/** `openstacklib::clouds`. */
export class Clouds extends definedType(
  'openstacklib::clouds',
  {
    username: parameter(string, 'The user.', { required: true }),
    password: parameter(secretString, 'Its password.', { required: true }),
    auth_url: parameter(string, 'Where Keystone is.', { required: true }),
    path: parameter(absolutePath, 'The file, where it is not the title.'),
    user_domain_name: parameter(string, 'The domain of the user.', { default: 'Default' }),
    project_name: parameter(string, 'The project; makes the cloud `project`.'),
    project_domain_name: parameter(string, 'The domain of the project.', { default: 'Default' }),
    system_scope: parameter(string, 'The system scope: `all`; makes the cloud `system`.'),
    interface: parameter(string, 'Which endpoints are used: `public`, `internal`, `admin`.'),
    region_name: parameter(string, 'The region whose endpoints are used.'),
    api_versions: parameter(hashOf(anything), 'Versions of APIs by service: `{identity: 3}`.', {
      default: {},
    }),
  },
  { doc: 'A file with the credentials of clouds, for the `openstack` command and its kin.', since: 'yoga' },
) {
  override declare(): void {
    const { path = this.title, project_name, system_scope } = this.parameters;
    if (!isSet(project_name) && !isSet(system_scope)) {
      this.fail('One of project_name and system_scope should be set', 'say what the credentials are for');
    }
    new File(this, String(path), {
      ensure: 'present',
      mode: '0600',
      owner: 'root',
      group: 'root',
      content: derivedSecret(this.#content(), this.parameters),
      show_diff: false,
    });
  }

  #content(): string {
    const { project_name, project_domain_name, system_scope } = this.parameters;
    const clouds = {
      ...(isSet(project_name) ? { project: this.#cloud({ project_name, project_domain_name }) } : {}),
      ...(isSet(system_scope) ? { system: this.#cloud({ system_scope }) } : {}),
    };
    return formatYaml({ clouds });
  }

  #cloud(scope: Readonly<Record<string, unknown>>): YamlHash {
    const { username, password, auth_url, user_domain_name } = this.parameters;
    const { api_versions, interface: kind, region_name } = this.parameters;
    const versions = Object.entries(api_versions as object).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      auth: this.#entries({ auth_url, password, username, user_domain_name, ...scope }),
      ...Object.fromEntries(versions.map(([service, version]) => [`${service}_api_version`, version])),
      ...this.#entries({ interface: kind, region_name }),
    };
  }

  /** Parameters as entries of their names; those that are not given are left out. */
  #entries(parameters: Readonly<Record<string, unknown>>): YamlHash {
    return Object.fromEntries(
      Object.entries(parameters).flatMap(([name, value]) => {
        if (value === undefined) return [];
        const text = String(reveal(value));
        written(this, name, () => formatYaml({ [name]: text }));
        return [[name, text]];
      }),
    );
  }
}
