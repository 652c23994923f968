import { anything, boolean, classType, hashOf, parameter } from '../../../catalog/index.js';
import { Anchor } from '../../../resources/index.js';
import * as openstacklib from '../../openstacklib/index.js';
import { defaultWorkers, optionValue, scalarString } from '../../tables/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glanceGroup, glancePlatform, glanceUser, wsgiScriptSource } from '../platform.js';

const vhost = (doc: string) => parameter(optionValue, doc);

/** Glance's API in Apache, instead of its own service. */
export class Apache extends classType(
  'glance::wsgi::apache',
  {
    servername: parameter(scalarString, 'Name of the virtual host.', {
      default: ({ facts }) => facts.networking?.fqdn,
    }),
    port: parameter(optionValue, 'Port that Apache listens on.', { default: 9292 }),
    bind_host: vhost('Listen address of Apache; all addresses by default.'),
    path: parameter(scalarString, 'Path of the API.', { default: '/' }),
    ssl: parameter(boolean, 'Whether Apache uses TLS.', { default: false }),
    workers: parameter(optionValue, 'Worker processes.', { default: defaultWorkers }),
    threads: parameter(optionValue, 'Threads of a worker process.', { default: 1 }),
    priority: parameter(optionValue, 'Priority of the virtual host.', { default: 10 }),
    wsgi_process_display_name: vhost('Name of the processes in the process list.'),
    ssl_cert: vhost('Certificate.'),
    ssl_key: vhost('Private key of the certificate.'),
    ssl_chain: vhost("The certificate's chain of authorities."),
    ssl_ca: vhost("Certificate authority that verifies clients' certificates."),
    ssl_crl_path: vhost('Directory of lists of revoked certificates.'),
    ssl_crl: vhost('List of revoked certificates.'),
    ssl_certs_dir: vhost('Directory of certificates.'),
    access_log_file: vhost('File of the access log.'),
    access_log_pipe: vhost('Command that the access log is piped to.'),
    access_log_syslog: vhost('Where in syslog the access log goes.'),
    access_log_format: vhost('Format of the access log.'),
    access_log_env_var: parameter(optionValue, 'Variable that decides what the access log holds.', {
      since: '2025.1',
    }),
    error_log_file: vhost('File of the error log.'),
    error_log_pipe: vhost('Command that the error log is piped to.'),
    error_log_syslog: vhost('Where in syslog the error log goes.'),
    custom_wsgi_process_options: parameter(hashOf(anything), 'Further options of the WSGI processes.', {
      default: {},
    }),
    headers: vhost('Changes to response headers.'),
    request_headers: vhost('Changes to request headers.'),
    vhost_custom_fragment: vhost('Lines at the end of the virtual host.'),
  },
  { doc: "Glance's API in Apache, with mod_wsgi.", since: 'zed' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    // Puppet's module for Apache is declared if the manifest uses it.
    const apache = this.collect({ definition: { name: 'class' } }, { title: 'apache' });
    this.chain(Anchor.ref('glance::install::end')).before(apache);
    const { port, ...vhostParameters } = this.parameters;
    new openstacklib.wsgi.Apache(this, 'glance_wsgi', {
      ...vhostParameters,
      bind_port: port,
      user: glanceUser,
      group: glanceGroup,
      wsgi_chunked_request: 'On',
      wsgi_daemon_process: 'glance-api',
      wsgi_process_group: 'glance-api',
      wsgi_script_dir: glancePlatform(this.facts, this.release)?.wsgiScriptPath,
      wsgi_script_file: 'glance-api',
      wsgi_script_source: wsgiScriptSource,
    });
  }
}
