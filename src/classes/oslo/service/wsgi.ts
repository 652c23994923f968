import { createOptionsDefinedType, option } from '../../shared/index.js';

/** `oslo::service::wsgi`: the options of oslo.service for its own web server. */
export class Wsgi extends createOptionsDefinedType(
  'oslo::service::wsgi',
  {
    api_paste_config: option('DEFAULT/api_paste_config', 'The paste.deploy file of the API.'),
    client_socket_timeout: option(
      'DEFAULT/client_socket_timeout',
      'Seconds before an idle connection is closed; 0 for never.',
    ),
    max_header_line: option('DEFAULT/max_header_line', 'Maximum length of a request header, in bytes.'),
    tcp_keepidle: option('DEFAULT/tcp_keepidle', 'Idle seconds before the first keepalive probe.'),
    wsgi_default_pool_size: option('DEFAULT/wsgi_default_pool_size', 'Size of the pool of green threads.'),
    wsgi_keep_alive: option('DEFAULT/wsgi_keep_alive', 'Whether connections are kept open after a response.'),
    wsgi_log_format: option('DEFAULT/wsgi_log_format', 'Log format of requests.'),
  },
  { doc: 'The built-in web server of a service (oslo.service).', since: 'rocky' },
) {}
