import { messageOf } from '../../../errors/glance-apply-error.js';
import type { Host } from '../../../hosts/host.js';
import { explainDistrust } from '../../../hosts/untrusted-path.js';
import { readSection } from '../../config/read-section.js';
import { NoCredentialsError } from '../api-error.js';
import { findServiceApi, type ServiceType } from '../services.js';
import { toCredentials } from './auth-options.js';
import { parseAuthtokenSection } from './authtoken.js';
import { parseCloudsFile } from './clouds-file.js';
import type { Credentials } from './credentials.js';
import { parseOsVariables } from './environment.js';
import { parseOpenrc } from './openrc.js';

/** The files to which Puppet's modules write credentials, and from which they read them. */
const CLOUDS_FILES = ['/etc/openstack/puppet/clouds.yaml', '/etc/openstack/puppet/admin-clouds.yaml'];

/** Files to be sourced, as named by Puppet's modules, installation guides and Enterprise Linux. */
const OPENRC_FILES = ['openrc', 'admin-openrc', 'admin-openrc.sh', 'keystonerc_admin'].map(
  (name) => `/root/${name}`,
);

/** Files with credentials that the run itself may write. */
export const CREDENTIAL_FILES: readonly string[] = [...CLOUDS_FILES, ...OPENRC_FILES];

/** The default file of OpenStack's clients for the cloud that `OS_CLOUD` names. */
const DEFAULT_CLOUDS_FILE = '/etc/openstack/clouds.yaml';

/**
 * Finds credentials in the places where Puppet's modules look: in the environment, in the files that they write, in a
 * file to be sourced, and last in the service's own configuration. The first source that is sufficient is used; if a
 * file has several suitable clouds, the others are alternatives in case the first is refused.
 * @param type The type of the service to log in to.
 * @throws {NoCredentialsError}
 */
export async function findCredentials(
  host: Host,
  type: ServiceType,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<readonly Credentials[]> {
  const { clouds, configuration } = findServiceApi(type);
  const variables = parseOsVariables(environment);
  const namedCloudsFile = variables.client_config_file ?? DEFAULT_CLOUDS_FILE;
  const paths = [namedCloudsFile, ...CLOUDS_FILES, ...OPENRC_FILES];
  if (configuration !== undefined) paths.push(configuration);
  const contents = await host.files.read(paths);
  const readText = async (path: string) => {
    const content = contents[paths.indexOf(path)];
    if (!(content instanceof Buffer)) return undefined;
    // The service's user may change its own configuration.
    const reason = path === configuration ? undefined : await explainDistrust(host.files, path);
    if (reason === undefined) return content.toString('utf8');
    throw new NoCredentialsError(reason);
  };

  const direct = toCredentials("the environment's OS_ variables", variables);
  if (direct !== undefined) return [direct];
  if (variables.cloud !== undefined) return findNamedCloud(namedCloudsFile, readText, variables.cloud);
  for (const path of CLOUDS_FILES) {
    const text = await readText(path);
    const found = text === undefined ? [] : await findInClouds(path, text, clouds);
    if (found.length > 0) return found;
  }
  for (const path of OPENRC_FILES) {
    const found = toCredentials(path, parseOpenrc((await readText(path)) ?? ''));
    if (found !== undefined) return [found];
  }
  if (configuration !== undefined) {
    const section = readSection((await readText(configuration)) ?? '', 'keystone_authtoken');
    const found = toCredentials(`${configuration} [keystone_authtoken]`, parseAuthtokenSection(section));
    if (found !== undefined) return [found];
  }
  const unreadable = paths.filter((_path, index) => contents[index] instanceof Error);
  throw new NoCredentialsError(
    unreadable.length > 0
      ? `no readable file says how to log in to Keystone; run this as root, who can read ${unreadable[0]}`
      : `nothing says how to log in to Keystone; set OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and OS_PROJECT_NAME, or write them to ${OPENRC_FILES[0]} or ${CLOUDS_FILES[1]}`,
    unreadable.length > 0,
  );
}

async function findNamedCloud(
  path: string,
  readText: (path: string) => Promise<string | undefined>,
  name: string,
): Promise<readonly Credentials[]> {
  const text = await readText(path);
  const found = text === undefined ? [] : await findInClouds(path, text, [name]);
  if (found.length > 0) return found;
  throw new NoCredentialsError(
    `OS_CLOUD names the cloud '${name}', and ${path} does not say how to log in to it; set OS_CLIENT_CONFIG_FILE to the file that does`,
  );
}

async function findInClouds(path: string, text: string, names: readonly string[]): Promise<Credentials[]> {
  const clouds = await parseCloudsFile(text).catch((cause: unknown): never => {
    throw new NoCredentialsError(`cannot parse ${path}: ${messageOf(cause).split('\n')[0]}`);
  });
  return names.flatMap((name) => {
    const options = clouds.get(name);
    return options === undefined ? [] : (toCredentials(`the cloud '${name}' in ${path}`, options) ?? []);
  });
}
