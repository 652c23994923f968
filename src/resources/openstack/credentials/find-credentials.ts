import { messageOf } from '../../../errors/glance-apply-error.js';
import { reasonNotToBelieve } from '../../../hosts/foreign-place.js';
import type { Host } from '../../../hosts/host.js';
import { readSection } from '../../config/read-section.js';
import { NoCredentialsError } from '../api-error.js';
import { toCredentials } from './auth-options.js';
import { parseAuthtokenSection } from './authtoken.js';
import { parseCloudsFile } from './clouds-file.js';
import type { Credentials } from './credentials.js';
import { parseOsVariables } from './environment.js';
import { parseOpenrc } from './openrc.js';

/** Which API the credentials are for. */
export type ServiceType = 'identity' | 'image';

/** The files in which Puppet's modules leave credentials, and which they look for. */
const CLOUDS_FILES = ['/etc/openstack/puppet/clouds.yaml', '/etc/openstack/puppet/admin-clouds.yaml'];

/** Files to be sourced, as Puppet's modules, installation guides and Enterprise Linux name them. */
const OPENRC_FILES = ['openrc', 'admin-openrc', 'admin-openrc.sh', 'keystonerc_admin'].map(
  (name) => `/root/${name}`,
);

/** Files that may say how to log in, and that a run may write itself. */
export const CREDENTIAL_FILES: readonly string[] = [...CLOUDS_FILES, ...OPENRC_FILES];

const GLANCE = '/etc/glance/glance-api.conf';

/** Where the clients look for the cloud that `OS_CLOUD` names, unless they are told. */
const NAMED_CLOUDS = '/etc/openstack/clouds.yaml';

/**
 * Clouds of a file by what they are good for, the best first. Keystone takes twice as long to check a token for the system
 * as it takes for one of a project, so that the system counts where its policy asks for it.
 */
const preferredClouds: Readonly<Record<ServiceType, readonly string[]>> = {
  identity: ['project', 'admin', 'default', 'system'],
  image: ['project', 'admin', 'default'],
};

/**
 * Finds out how to log in, where Puppet's modules do: in the environment, in the files that they leave, in a file to be
 * sourced, and last in the service's own configuration. The first source that says enough counts; of several clouds in
 * one file, the others are a way out.
 * @throws {NoCredentialsError}
 */
export async function findCredentials(
  host: Host,
  purpose: ServiceType,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<readonly Credentials[]> {
  const variables = parseOsVariables(environment);
  const paths = [variables.client_config_file ?? NAMED_CLOUDS, ...CLOUDS_FILES, ...OPENRC_FILES, GLANCE];
  const contents = await host.files.read(paths);
  const textIn = async (path: string) => {
    const content = contents[paths.indexOf(path)];
    if (!(content instanceof Buffer)) return undefined;
    // The service's own configuration is the service's own to change.
    const foreign = path === GLANCE ? undefined : await reasonNotToBelieve(host.files, path);
    if (foreign === undefined) return content.toString('utf8');
    throw new NoCredentialsError(foreign);
  };

  const direct = toCredentials("the environment's OS_ variables", variables);
  if (direct !== undefined) return [direct];
  if (variables.cloud !== undefined) return findNamedCloud(paths[0] as string, textIn, variables.cloud);
  for (const path of CLOUDS_FILES) {
    const text = await textIn(path);
    const found = text === undefined ? [] : await findInClouds(path, text, preferredClouds[purpose]);
    if (found.length > 0) return found;
  }
  for (const path of OPENRC_FILES) {
    const found = toCredentials(path, parseOpenrc((await textIn(path)) ?? ''));
    if (found !== undefined) return [found];
  }
  if (purpose === 'image') {
    const section = readSection((await textIn(GLANCE)) ?? '', 'keystone_authtoken');
    const found = toCredentials(`${GLANCE} [keystone_authtoken]`, parseAuthtokenSection(section));
    if (found !== undefined) return [found];
  }
  const hidden = paths.filter((_path, at) => contents[at] instanceof Error);
  throw new NoCredentialsError(
    hidden.length > 0
      ? `nothing that may be read says how to log in to Keystone; run this as root, who may read ${hidden[0]}`
      : `nothing says how to log in to Keystone; set OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and OS_PROJECT_NAME, or write them to ${OPENRC_FILES[0]} or ${CLOUDS_FILES[1]}`,
    hidden.length > 0,
  );
}

async function findNamedCloud(
  path: string,
  textIn: (path: string) => Promise<string | undefined>,
  name: string,
): Promise<readonly Credentials[]> {
  const text = await textIn(path);
  const found = text === undefined ? [] : await findInClouds(path, text, [name]);
  if (found.length > 0) return found;
  throw new NoCredentialsError(
    `OS_CLOUD names the cloud '${name}', and ${path} says not how to log in to it; set OS_CLIENT_CONFIG_FILE to the file that does`,
  );
}

async function findInClouds(path: string, text: string, names: readonly string[]): Promise<Credentials[]> {
  const clouds = await parseCloudsFile(text).catch((cause: unknown): never => {
    throw new NoCredentialsError(`${path} cannot be understood: ${messageOf(cause).split('\n')[0]}`);
  });
  return names.flatMap((name) => {
    const options = clouds.get(name);
    return options === undefined ? [] : (toCredentials(`the cloud '${name}' in ${path}`, options) ?? []);
  });
}
