import { option, optionsDefine } from '../tables/index.js';

/** `oslo::middleware`: the options of oslo.middleware. */
export class Middleware extends optionsDefine(
  'oslo::middleware',
  {
    max_request_body_size: option(
      'oslo_middleware/max_request_body_size',
      'Largest body of a request, in bytes.',
    ),
    enable_proxy_headers_parsing: option(
      'oslo_middleware/enable_proxy_headers_parsing',
      'Believes the headers in which a proxy says where a request came from.',
    ),
    http_basic_auth_user_file: option(
      'oslo_middleware/http_basic_auth_user_file',
      'Users and password hashes for HTTP basic authentication, in the form of htpasswd.',
      { since: 'xena' },
    ),
  },
  { doc: 'What stands between the web server and the API (oslo.middleware).' },
) {}
