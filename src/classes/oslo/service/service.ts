import { createOptionsDefinedType, option } from '../../shared/index.js';

const wsgi = { until: 'queens' } as const;

/** `oslo::service`: the options of oslo.service. Those of WSGI and TLS have their own defined types since Rocky. */
export class Service extends createOptionsDefinedType(
  'oslo::service',
  {
    api_paste_config: option('DEFAULT/api_paste_config', 'The paste.deploy file of the API.', wsgi),
    backdoor_port: option('DEFAULT/backdoor_port', 'Port, or range of ports, of the eventlet backdoor.'),
    backdoor_socket: option('DEFAULT/backdoor_socket', 'Unix socket of the eventlet backdoor.'),
    client_socket_timeout: option(
      'DEFAULT/client_socket_timeout',
      'Seconds before an idle connection is closed; 0 for never.',
      wsgi,
    ),
    graceful_shutdown_timeout: option(
      'DEFAULT/graceful_shutdown_timeout',
      'Seconds to wait for running requests when the service stops.',
    ),
    log_options: option('DEFAULT/log_options', 'Whether the value of every option is logged at startup.'),
    max_header_line: option('DEFAULT/max_header_line', 'Maximum length of a request header, in bytes.', wsgi),
    run_external_periodic_tasks: option(
      'DEFAULT/run_external_periodic_tasks',
      'Whether periodic tasks that could also run in their own process are run.',
    ),
    tcp_keepidle: option('DEFAULT/tcp_keepidle', 'Idle seconds before the first keepalive probe.', wsgi),
    wsgi_default_pool_size: option(
      'DEFAULT/wsgi_default_pool_size',
      'Size of the pool of green threads.',
      wsgi,
    ),
    wsgi_keep_alive: option(
      'DEFAULT/wsgi_keep_alive',
      'Whether connections are kept open after a response.',
      wsgi,
    ),
    wsgi_log_format: option('DEFAULT/wsgi_log_format', 'Log format of requests.', wsgi),
    ca_file: option('ssl/ca_file', "Certificate authorities that verify clients' certificates.", wsgi),
    cert_file: option('ssl/cert_file', 'Certificate of the server.', wsgi),
    ciphers: option('ssl/ciphers', 'Ciphers that are allowed, as OpenSSL writes them.', wsgi),
    key_file: option('ssl/key_file', "Key of the server's certificate.", wsgi),
    version: option('ssl/version', 'Versions of TLS that are allowed.', wsgi),
  },
  { doc: 'The process of a service (oslo.service).' },
) {}
