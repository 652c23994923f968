import { option, optionsDefine } from '../../tables/index.js';

const wsgi = { until: 'queens' } as const;

/** `oslo::service`: the options of oslo.service. Those of WSGI and TLS have defined types of their own since Rocky. */
export class Service extends optionsDefine(
  'oslo::service',
  {
    api_paste_config: option(
      'DEFAULT/api_paste_config',
      'The file of paste.deploy that puts the API together.',
      wsgi,
    ),
    backdoor_port: option('DEFAULT/backdoor_port', 'Port, or range of ports, of the eventlet backdoor.'),
    backdoor_socket: option('DEFAULT/backdoor_socket', 'Unix socket of the eventlet backdoor.'),
    client_socket_timeout: option(
      'DEFAULT/client_socket_timeout',
      'Seconds until an idle connection is closed; 0 for never.',
      wsgi,
    ),
    graceful_shutdown_timeout: option(
      'DEFAULT/graceful_shutdown_timeout',
      'Seconds that requests may take to end when the service stops.',
    ),
    log_options: option('DEFAULT/log_options', 'Logs the value of every option at the start.'),
    max_header_line: option('DEFAULT/max_header_line', 'Longest header of a request, in bytes.', wsgi),
    run_external_periodic_tasks: option(
      'DEFAULT/run_external_periodic_tasks',
      'Runs periodic tasks that may have a process of their own.',
    ),
    tcp_keepidle: option(
      'DEFAULT/tcp_keepidle',
      'Seconds until the first keepalive on an idle connection.',
      wsgi,
    ),
    wsgi_default_pool_size: option(
      'DEFAULT/wsgi_default_pool_size',
      'Size of the pool of green threads.',
      wsgi,
    ),
    wsgi_keep_alive: option('DEFAULT/wsgi_keep_alive', 'Keeps connections open after a response.', wsgi),
    wsgi_log_format: option(
      'DEFAULT/wsgi_log_format',
      'Form of the line that is logged for each request.',
      wsgi,
    ),
    ca_file: option('ssl/ca_file', 'Certificates of the authorities that clients must come from.', wsgi),
    cert_file: option('ssl/cert_file', 'Certificate of the server.', wsgi),
    ciphers: option('ssl/ciphers', 'Ciphers that are allowed, as OpenSSL writes them.', wsgi),
    key_file: option('ssl/key_file', "Key of the server's certificate.", wsgi),
    version: option('ssl/version', 'Versions of TLS that are allowed.', wsgi),
  },
  { doc: 'How a service runs and stops (oslo.service).' },
) {}
