import { createOptionsDefinedType, option } from '../shared/index.js';

/** `oslo::middleware`: the options of oslo.middleware. */
export class Middleware extends createOptionsDefinedType(
  'oslo::middleware',
  {
    max_request_body_size: option(
      'oslo_middleware/max_request_body_size',
      'Maximum size of a request body, in bytes.',
    ),
    enable_proxy_headers_parsing: option(
      'oslo_middleware/enable_proxy_headers_parsing',
      'Whether the headers of a proxy determine the origin of a request.',
    ),
    http_basic_auth_user_file: option(
      'oslo_middleware/http_basic_auth_user_file',
      'Users and password hashes for HTTP basic authentication, in the form of htpasswd.',
      { since: 'xena' },
    ),
  },
  { doc: 'Middleware between the web server and the API (oslo.middleware).' },
) {}
