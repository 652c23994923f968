import type { DefaultContext } from '../../../catalog/attribute.js';
import { anything, boolean, hashOf, parameter } from '../../../catalog/index.js';
import { compareReleases, type Release } from '../../../data/releases.js';
import {
  type OptionValue,
  optionValue,
  perRelease,
  workers as processesOfAll,
  text,
} from '../../tables/index.js';

const vhost = (doc: string) => parameter(optionValue, doc);

const twoServersEnd = { until: 'rocky' } as const;
const oneForAll = {
  ...twoServersEnd,
  obsolete: 'administrators and everyone else find Keystone at one address',
} as const;

/** Keystone up to Rocky: one server for everyone, one for administrators. */
const twoServers = {
  public_port: parameter(optionValue, 'Port for everyone.', {
    ...twoServersEnd,
    default: 5000 as OptionValue,
    became: { name: 'port' },
  }),
  admin_port: parameter(optionValue, 'Port for administrators.', {
    ...oneForAll,
    default: 35357 as OptionValue,
  }),
  public_path: parameter(text, 'Path below which everyone finds Keystone.', {
    ...twoServersEnd,
    default: '/',
    became: { name: 'path' },
  }),
  admin_path: parameter(text, 'Path below which administrators find it.', { ...oneForAll, default: '/' }),
  servername_admin: parameter(text, 'Name of the virtual host for administrators.', oneForAll),
  admin_bind_host: parameter(optionValue, 'Address of the server for administrators.', oneForAll),
  ssl_cert_admin: parameter(optionValue, 'Certificate of the server for administrators.', oneForAll),
  ssl_key_admin: parameter(optionValue, 'Private key of that certificate.', oneForAll),
  wsgi_public_script_source: parameter(text, 'Where the script for everyone is copied from.', {
    ...twoServersEnd,
    default: '/usr/bin/keystone-wsgi-public',
    became: { name: 'wsgi_script_source' },
  }),
  wsgi_admin_script_source: parameter(text, 'Where the script for administrators is copied from.', {
    ...oneForAll,
    default: '/usr/bin/keystone-wsgi-admin',
  }),
  wsgi_script_ensure: parameter(text, "What the scripts are: 'file', or 'link' to where they come from.", {
    ...twoServersEnd,
    obsolete: 'the script is a file',
  }),
} as const;

/** All that `keystone::wsgi::apache` can be told. */
export const apacheParameters = {
  servername: parameter(text, 'Name of the virtual host.', {
    default: ({ facts }) => (facts as { networking?: { fqdn?: string } }).networking?.fqdn,
  }),
  bind_host: vhost('Address that Apache listens on; all of them where nothing is said.'),
  port: parameter(optionValue, 'Port that Apache listens on.', {
    default: 5000 as OptionValue,
    since: 'stein',
  }),
  api_port: parameter(optionValue, 'Older name of port, which it wins over.', {
    since: 'stein',
    until: 'zed',
    became: { name: 'port' },
    deprecated: { since: 'zed', hint: 'it is called port' },
  }),
  path: parameter(text, 'Path below which Keystone is.', { default: '/', since: 'stein' }),
  ssl: parameter(boolean, 'Whether Apache speaks TLS.', {
    default: perRelease({ newton: true, zed: false }),
  }),
  workers: parameter(optionValue, 'Worker processes.', { default: processes }),
  threads: parameter(optionValue, 'Threads of a worker process.', { default: threads }),
  ...twoServers,
  priority: parameter(optionValue, 'Place of the virtual host among others.', { default: '10' }),
  ssl_cert: vhost('Certificate.'),
  ssl_key: vhost('Private key of the certificate.'),
  ssl_chain: vhost("The certificate's chain of authorities."),
  ssl_ca: vhost("Certificate authority that clients' certificates are held against."),
  ssl_crl_path: vhost('Directory of lists of revoked certificates.'),
  ssl_crl: vhost('List of revoked certificates.'),
  ssl_certs_dir: vhost('Directory of certificates.'),
  wsgi_process_display_name: parameter(optionValue, 'What the processes are called in a list of processes.', {
    default: 'keystone',
  }),
  wsgi_application_group: parameter(text, 'The interpreter.', { default: '%{GLOBAL}' }),
  wsgi_pass_authorization: parameter(text, 'Whether Keystone sees the Authorization header.', {
    default: 'On',
  }),
  wsgi_chunked_request: vhost('Whether requests may be chunked.'),
  wsgi_script_source: parameter(text, 'Where the script is copied from.', {
    default: perRelease<string | undefined>({ newton: undefined, stein: '/usr/bin/keystone-wsgi-public' }),
  }),
  access_log_file: vhost('File of the access log.'),
  access_log_pipe: vhost('Command that the access log is piped to.'),
  access_log_syslog: vhost('Where in syslog the access log goes.'),
  access_log_format: vhost('Format of the access log.'),
  error_log_file: vhost('File of the error log.'),
  error_log_pipe: vhost('Command that the error log is piped to.'),
  error_log_syslog: vhost('Where in syslog the error log goes.'),
  headers: vhost('Changes to the headers of answers.'),
  request_headers: vhost('Changes to the headers of requests.'),
  vhost_custom_fragment: vhost('Lines at the end of the virtual host.'),
  custom_wsgi_process_options: parameter(hashOf(anything), 'Further options of the WSGI processes.', {
    default: {},
  }),
} as const;

/** Keystone hashes passwords, so it is given more processes than others. */
function processes(context: DefaultContext): OptionValue {
  const release = context.release as Release;
  if (compareReleases(release, 'queens') < 0) return 1;
  if (compareReleases(release, 'train') < 0) return processesOfAll(context);
  const { processors, os_workers_keystone: chosen } = context.facts as {
    readonly processors?: { readonly count?: number };
    readonly os_workers_keystone?: unknown;
  };
  return Number(chosen ?? Math.min(Math.max(processors?.count ?? 1, 4), 24));
}

/** Newton: one a processor. */
function threads(context: DefaultContext): OptionValue {
  return compareReleases(context.release as Release, 'queens') < 0 ? processesOfAll(context) : 1;
}
