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
import { deriveSecret, reveal } from '../../secrets/secret.js';
import { formatOrFail, isSet } from '../shared/index.js';

/** `openstacklib::clouds`. */
export class Clouds extends definedType(
  'openstacklib::clouds',
  {
    username: parameter(string, 'The user.', { required: true }),
    password: parameter(secretString, 'Its password.', { required: true }),
    auth_url: parameter(string, "Keystone's URL.", { required: true }),
    path: parameter(absolutePath, 'The file, if it is not the title.'),
    user_domain_name: parameter(string, 'The domain of the user.', { default: 'Default' }),
    project_name: parameter(string, 'The project; defines the cloud `project`.'),
    project_domain_name: parameter(string, 'The domain of the project.', { default: 'Default' }),
    system_scope: parameter(string, 'The system scope `all`; defines the cloud `system`.'),
    interface: parameter(string, 'Interface of the endpoints: `public`, `internal`, `admin`.'),
    region_name: parameter(string, 'The region whose endpoints are used.'),
    api_versions: parameter(hashOf(anything), 'Versions of APIs by service: `{identity: 3}`.', {
      default: {},
    }),
  },
  {
    doc: 'A clouds.yaml file with credentials for the `openstack` command and other clients.',
    since: 'yoga',
  },
) {
  override declare(): void {
    const { path = this.title, project_name, system_scope } = this.parameters;
    if (!isSet(project_name) && !isSet(system_scope)) {
      this.fail('One of project_name and system_scope should be set', 'set one of them');
    }
    new File(this, String(path), {
      ensure: 'present',
      mode: '0600',
      owner: 'root',
      group: 'root',
      content: deriveSecret(this.#content(), this.parameters),
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
    const versions = Object.entries(api_versions).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      auth: this.#entries({ auth_url, password, username, user_domain_name, ...scope }),
      ...Object.fromEntries(versions.map(([service, version]) => [`${service}_api_version`, version])),
      ...this.#entries({ interface: kind, region_name }),
    };
  }

  /** Returns the parameters that are given, by name. */
  #entries(parameters: Readonly<Record<string, unknown>>): YamlHash {
    return Object.fromEntries(
      Object.entries(parameters).flatMap(([name, value]) => {
        if (value === undefined) return [];
        const text = String(reveal(value));
        formatOrFail(this, name, () => formatYaml({ [name]: text }));
        return [[name, text]];
      }),
    );
  }
}
