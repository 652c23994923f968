import { anything, boolean, parameter, string } from '../../../catalog/index.js';
import type { Facts } from '../../../data/facts.js';
import { findByRelease, type Release } from '../../../data/releases.js';

const since = { since: 'train' } as const;

/** Parameters of `openstacklib::wsgi::apache`. Those of the virtual host are for Puppet's Apache module. */
export const apacheParameters = {
  service_name: parameter(string, 'Name of the virtual host, if it is not the title.'),
  servername: parameter(anything, 'The name that clients use.', { default: ({ facts }) => fqdn(facts) }),
  bind_host: parameter(anything, 'Listen address.'),
  bind_port: parameter(anything, 'Listen port.'),
  group: parameter(string, 'The group of the processes, and of the files.'),
  user: parameter(string, 'The user of the processes, and of the files.'),
  path: parameter(string, 'The path of the API below the server.', { default: '/' }),
  priority: parameter(anything, 'Priority of the virtual host.', { default: '10' }),
  threads: parameter(anything, 'Threads of each process.', { default: 1 }),
  workers: parameter(anything, 'Processes.', {
    default: ({ facts, release }) => findByRelease(workers(facts), release),
  }),
  setenv: parameter(anything, 'Variables of requests.', { ...since, default: [] }),
  ssl: parameter(boolean, 'Whether the virtual host uses TLS.', { default: false }),
  ssl_ca: parameter(anything, "Certificate authorities that verify clients' certificates."),
  ssl_cert: parameter(anything, 'Certificate of the server.'),
  ssl_certs_dir: parameter(anything, 'Directory of certificates.'),
  ssl_chain: parameter(anything, 'Chain of the certificate.'),
  ssl_crl: parameter(anything, 'List of revoked certificates.'),
  ssl_crl_path: parameter(anything, 'Directory of such lists.'),
  ssl_key: parameter(anything, 'Key of the certificate.'),
  ssl_verify_client: parameter(anything, 'Whether clients need a certificate.', since),
  wsgi_daemon_process: parameter(anything, 'Name of the group of processes.'),
  wsgi_process_display_name: parameter(anything, 'Name of the processes in lists of processes.', since),
  wsgi_process_group: parameter(anything, 'The group of processes that handles requests.'),
  wsgi_script_dir: parameter(string, 'Directory of the script.', { required: true }),
  wsgi_script_file: parameter(string, 'Name of the script.'),
  wsgi_script_source: parameter(string, 'Source of the script.'),
  wsgi_application_group: parameter(anything, 'The interpreter.', { default: '%{GLOBAL}' }),
  wsgi_pass_authorization: parameter(anything, 'Whether the script receives the Authorization header.'),
  wsgi_chunked_request: parameter(anything, 'Whether requests can be chunked.', since),
  set_wsgi_import_script: parameter(boolean, 'Whether the script is loaded before the first request.', {
    ...since,
    default: false,
  }),
  wsgi_import_script: parameter(anything, 'The script to load, if it is a different one.', since),
  wsgi_import_script_options: parameter(anything, 'Options for loading it.', since),
  headers: parameter(anything, 'Changes of response headers.', since),
  request_headers: parameter(anything, 'Changes of request headers.', since),
  aliases: parameter(anything, 'Further paths.', since),
  custom_wsgi_process_options: parameter(anything, 'Further options of the processes.', {
    ...since,
    default: {},
  }),
  custom_wsgi_script_aliases: parameter(anything, 'Further scripts by path.', since),
  vhost_custom_fragment: parameter(anything, 'Lines for the virtual host.'),
  allow_encoded_slashes: parameter(anything, 'Whether paths can contain encoded slashes.', since),
  access_log_file: parameter(anything, 'File of the access log.', since),
  access_log_pipe: parameter(anything, 'Command that the access log is piped to.', since),
  access_log_syslog: parameter(anything, 'Destination of the access log in syslog.', since),
  access_log_format: parameter(anything, 'Format of the access log.', since),
  error_log_file: parameter(anything, 'File of the error log.', since),
  error_log_pipe: parameter(anything, 'Command that the error log is piped to.', since),
  error_log_syslog: parameter(anything, 'Destination of the error log in syslog.', since),
  log_level: parameter(anything, 'The log level.', since),
};

function fqdn(facts: Facts): unknown {
  return facts.networking?.fqdn;
}

function workers(facts: Facts): Readonly<Partial<Record<Release, unknown>>> {
  const count = Number(facts.processors?.count ?? 1);
  return { newton: 1, ocata: Math.min(Math.max(Math.floor(count / 2), 2), 12) };
}
