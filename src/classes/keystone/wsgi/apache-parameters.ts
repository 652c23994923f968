import type { DefaultContext } from '../../../catalog/attribute.js';
import { anything, boolean, hashOf, parameter } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import {
  defaultWorkers,
  type OptionValue,
  optionValue,
  perRelease,
  scalarString,
} from '../../shared/index.js';

const vhost = (doc: string) => parameter(optionValue, doc);

const twoServersEnd = { until: 'rocky' } as const;
const oneForAll = {
  ...twoServersEnd,
  obsolete: 'the admin API is at the same URL as the public API',
} as const;

/** Up to Rocky Keystone has a public and an admin server. */
const twoServers = {
  public_port: parameter(optionValue, 'Port of the public API.', {
    ...twoServersEnd,
    default: 5000,
    became: { name: 'port' },
  }),
  admin_port: parameter(optionValue, 'Port of the admin API.', {
    ...oneForAll,
    default: 35357,
  }),
  public_path: parameter(scalarString, 'Path of the public API.', {
    ...twoServersEnd,
    default: '/',
    became: { name: 'path' },
  }),
  admin_path: parameter(scalarString, 'Path of the admin API.', { ...oneForAll, default: '/' }),
  servername_admin: parameter(scalarString, 'Name of the admin virtual host.', oneForAll),
  admin_bind_host: parameter(optionValue, 'Listen address of the admin server.', oneForAll),
  ssl_cert_admin: parameter(optionValue, 'Certificate of the admin server.', oneForAll),
  ssl_key_admin: parameter(optionValue, 'Private key of that certificate.', oneForAll),
  wsgi_public_script_source: parameter(scalarString, 'Source of the public script.', {
    ...twoServersEnd,
    default: '/usr/bin/keystone-wsgi-public',
    became: { name: 'wsgi_script_source' },
  }),
  wsgi_admin_script_source: parameter(scalarString, 'Source of the admin script.', {
    ...oneForAll,
    default: '/usr/bin/keystone-wsgi-admin',
  }),
  wsgi_script_ensure: parameter(scalarString, "Type of the scripts: 'file', or 'link' to their source.", {
    ...twoServersEnd,
    obsolete: 'the script is a file',
  }),
} as const;

/** The parameters of `keystone::wsgi::apache`. */
export const apacheParameters = {
  servername: parameter(scalarString, 'Name of the virtual host.', {
    default: ({ facts }) => facts.networking?.fqdn,
  }),
  bind_host: vhost('Listen address of Apache; all addresses by default.'),
  port: parameter(optionValue, 'Port that Apache listens on.', {
    default: 5000,
    since: 'stein',
  }),
  api_port: parameter(optionValue, 'Old name of port, which it overrides.', {
    since: 'stein',
    until: 'zed',
    became: { name: 'port' },
    deprecated: { since: 'zed', hint: 'use port' },
  }),
  path: parameter(scalarString, 'Path of the API.', { default: '/', since: 'stein' }),
  ssl: parameter(boolean, 'Whether Apache uses TLS.', {
    default: perRelease({ newton: true, zed: false }),
  }),
  workers: parameter(optionValue, 'Worker processes.', { default: processes }),
  threads: parameter(optionValue, 'Threads of a worker process.', { default: threads }),
  ...twoServers,
  priority: parameter(optionValue, 'Priority of the virtual host.', { default: '10' }),
  ssl_cert: vhost('Certificate.'),
  ssl_key: vhost('Private key of the certificate.'),
  ssl_chain: vhost("The certificate's chain of authorities."),
  ssl_ca: vhost("Certificate authority that verifies clients' certificates."),
  ssl_crl_path: vhost('Directory of lists of revoked certificates.'),
  ssl_crl: vhost('List of revoked certificates.'),
  ssl_certs_dir: vhost('Directory of certificates.'),
  wsgi_process_display_name: parameter(optionValue, 'Name of the processes in the process list.', {
    default: 'keystone',
  }),
  wsgi_application_group: parameter(scalarString, 'The interpreter.', { default: '%{GLOBAL}' }),
  wsgi_pass_authorization: parameter(scalarString, 'Whether Keystone receives the Authorization header.', {
    default: 'On',
  }),
  wsgi_chunked_request: vhost('Whether requests can be chunked.'),
  wsgi_script_source: parameter(scalarString, 'Source of the script.', {
    default: perRelease<string | undefined>({ newton: undefined, stein: '/usr/bin/keystone-wsgi-public' }),
  }),
  access_log_file: vhost('File of the access log.'),
  access_log_pipe: vhost('Command that the access log is piped to.'),
  access_log_syslog: vhost('Destination of the access log in syslog.'),
  access_log_format: vhost('Format of the access log.'),
  error_log_file: vhost('File of the error log.'),
  error_log_pipe: vhost('Command that the error log is piped to.'),
  error_log_syslog: vhost('Destination of the error log in syslog.'),
  headers: vhost('Changes to response headers.'),
  request_headers: vhost('Changes to request headers.'),
  vhost_custom_fragment: vhost('Lines at the end of the virtual host.'),
  custom_wsgi_process_options: parameter(hashOf(anything), 'Further options of the WSGI processes.', {
    default: {},
  }),
} as const;

/** Hashing passwords is expensive, so Keystone gets more processes than other services. */
function processes(context: DefaultContext): OptionValue {
  const release = context.release;
  if (compareReleases(release, 'queens') < 0) return 1;
  if (compareReleases(release, 'train') < 0) return defaultWorkers(context);
  const { processors, os_workers_keystone: chosen } = context.facts;
  return Number(chosen ?? Math.min(Math.max(processors?.count ?? 1, 4), 24));
}

/** Newton: one per processor. */
function threads(context: DefaultContext): OptionValue {
  return compareReleases(context.release, 'queens') < 0 ? defaultWorkers(context) : 1;
}
