import { option, optionsDefine } from '../../tables/index.js';

/** `oslo::service::wsgi`: the options of oslo.service for its own web server. */
export class Wsgi extends optionsDefine(
  'oslo::service::wsgi',
  {
    api_paste_config: option(
      'DEFAULT/api_paste_config',
      'The file of paste.deploy that puts the API together.',
    ),
    client_socket_timeout: option(
      'DEFAULT/client_socket_timeout',
      'Seconds until an idle connection is closed; 0 for never.',
    ),
    max_header_line: option('DEFAULT/max_header_line', 'Longest header of a request, in bytes.'),
    tcp_keepidle: option('DEFAULT/tcp_keepidle', 'Seconds until the first keepalive on an idle connection.'),
    wsgi_default_pool_size: option('DEFAULT/wsgi_default_pool_size', 'Size of the pool of green threads.'),
    wsgi_keep_alive: option('DEFAULT/wsgi_keep_alive', 'Keeps connections open after a response.'),
    wsgi_log_format: option('DEFAULT/wsgi_log_format', 'Form of the line that is logged for each request.'),
  },
  { doc: 'The web server of a service (oslo.service).', since: 'rocky' },
) {}
