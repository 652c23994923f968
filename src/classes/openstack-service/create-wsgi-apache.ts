import { anything, boolean, classType, hashOf, parameter } from '../../catalog/index.js';
import type { Facts } from '../../data/facts.js';
import type { Release } from '../../data/releases.js';
import { Anchor } from '../../resources/index.js';
import * as openstacklib from '../openstacklib/index.js';
import { defaultWorkers, optionValue, scalarString } from '../shared/index.js';
import type { OpenStackService } from './openstack-service.js';

/** The WSGI script of a service. */
export interface WsgiScript {
  /** The title of the virtual host: `glance_wsgi`. */
  readonly title: string;
  /** The name of the processes and of the script: `glance-api`. */
  readonly process: string;
  readonly port: number;
  /** The script in the package. */
  readonly source: string;
  /** Returns the directory from which Apache runs the script. */
  readonly findDirectory: (facts: Facts, release: Release) => string | undefined;
  readonly since?: Release;
}

const vhost = (doc: string) => parameter(optionValue, doc);

/** Returns the class `x::wsgi::apache` of a service: its API in Apache, instead of a service of its own. */
export function createWsgiApache(
  { name, title, user, group, deps, params }: OpenStackService,
  script: WsgiScript,
) {
  return class extends classType(
    `${name}::wsgi::apache`,
    {
      servername: parameter(scalarString, 'Name of the virtual host.', {
        default: ({ facts }) => facts.networking?.fqdn,
      }),
      port: parameter(optionValue, 'Port that Apache listens on.', { default: script.port }),
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
      access_log_syslog: vhost('Destination of the access log in syslog.'),
      access_log_format: vhost('Format of the access log.'),
      access_log_env_var: parameter(
        optionValue,
        'Only requests with this environment variable are written to the access log.',
        {
          since: '2025.1',
        },
      ),
      error_log_file: vhost('File of the error log.'),
      error_log_pipe: vhost('Command that the error log is piped to.'),
      error_log_syslog: vhost('Destination of the error log in syslog.'),
      custom_wsgi_process_options: parameter(hashOf(anything), 'Further options of the WSGI processes.', {
        default: {},
      }),
      headers: vhost('Changes to response headers.'),
      request_headers: vhost('Changes to request headers.'),
      vhost_custom_fragment: vhost('Lines at the end of the virtual host.'),
    },
    { doc: `${title}'s API in Apache, with mod_wsgi.`, since: script.since },
  ) {
    override declare(): void {
      this.include(deps);
      if (params !== undefined) this.include(params);
      // Puppet's module for Apache is declared if the manifest uses it.
      const apache = this.collect({ definition: { name: 'class' } }, { title: 'apache' });
      this.chain(Anchor.ref(`${name}::install::end`)).before(apache);
      const { port, ...vhostParameters } = this.parameters;
      new openstacklib.wsgi.Apache(this, script.title, {
        ...vhostParameters,
        bind_port: port,
        user,
        group,
        wsgi_chunked_request: 'On',
        wsgi_daemon_process: script.process,
        wsgi_process_group: script.process,
        wsgi_script_dir: script.findDirectory(this.facts, this.release),
        wsgi_script_file: script.process,
        wsgi_script_source: script.source,
      });
    }
  };
}
