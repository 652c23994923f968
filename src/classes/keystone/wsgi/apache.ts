import { anything, boolean, classType, hashOf, parameter } from '../../../catalog/index.js';
import { Anchor } from '../../../resources/index.js';
import * as openstacklib from '../../openstacklib/index.js';
import { optionValue, text } from '../../tables/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';

const vhost = (doc: string) => parameter(optionValue, doc);

/** Keystone below Apache, instead of in a service of its own. */
export class Apache extends classType(
  'keystone::wsgi::apache',
  {
    servername: parameter(text, 'Name of the virtual host.', {
      default: ({ facts }) => (facts as { networking?: { fqdn?: string } }).networking?.fqdn,
    }),
    bind_host: vhost('Address that Apache listens on; all of them where nothing is said.'),
    port: parameter(optionValue, 'Port that Apache listens on.', { default: 5000 }),
    api_port: parameter(optionValue, 'Older name of port, which it wins over.', {
      deprecated: { since: 'zed', hint: 'it is called port' },
    }),
    path: parameter(text, 'Path below which Keystone is.', { default: '/' }),
    ssl: parameter(boolean, 'Whether Apache speaks TLS.', { default: false }),
    workers: parameter(optionValue, 'Worker processes.', { default: ({ facts }) => workers(facts) }),
    threads: parameter(optionValue, 'Threads of a worker process.', { default: 1 }),
    priority: parameter(optionValue, 'Place of the virtual host among others.', { default: '10' }),
    ssl_cert: vhost('Certificate.'),
    ssl_key: vhost('Private key of the certificate.'),
    ssl_chain: vhost("The certificate's chain of authorities."),
    ssl_ca: vhost("Certificate authority that clients' certificates are held against."),
    ssl_crl_path: vhost('Directory of lists of revoked certificates.'),
    ssl_crl: vhost('List of revoked certificates.'),
    ssl_certs_dir: vhost('Directory of certificates.'),
    wsgi_process_display_name: parameter(
      optionValue,
      'What the processes are called in a list of processes.',
      { default: 'keystone' },
    ),
    wsgi_application_group: parameter(text, 'The interpreter.', { default: '%{GLOBAL}' }),
    wsgi_pass_authorization: parameter(text, 'Whether Keystone sees the Authorization header.', {
      default: 'On',
    }),
    wsgi_chunked_request: vhost('Whether requests may be chunked.'),
    wsgi_script_source: parameter(text, 'Where the script is copied from.', {
      default: '/usr/bin/keystone-wsgi-public',
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
  },
  { doc: 'Keystone below Apache, with mod_wsgi.', since: 'zed' },
) {
  override declare(): void {
    this.include(Deps);
    const { user, group, wsgiScriptPath } = this.include(Params);
    // Apache's own module is there where someone brought one.
    const apache = this.collect({ definition: { name: 'class' } }, { title: 'apache' });
    this.chain(Anchor.ref('keystone::install::end')).before(apache);
    const { port, api_port, ...vhostParameters } = this.parameters;
    new openstacklib.wsgi.Apache(this, 'keystone_wsgi', {
      ...vhostParameters,
      bind_port: api_port ?? port,
      user,
      group,
      wsgi_daemon_process: 'keystone',
      wsgi_process_group: 'keystone',
      wsgi_script_dir: wsgiScriptPath,
      wsgi_script_file: 'keystone',
    });
  }
}

/** Keystone hashes passwords, so it is given more processes than others. */
function workers(facts: Readonly<Record<string, unknown>>): number {
  const { processors, os_workers_keystone: chosen } = facts as {
    readonly processors?: { readonly count?: number };
    readonly os_workers_keystone?: unknown;
  };
  return Number(chosen ?? Math.min(Math.max(processors?.count ?? 1, 4), 24));
}
