import { createOptionsDefinedType, option } from '../../shared/index.js';

/** `oslo::service::ssl`: the options of oslo.service for TLS. */
export class Ssl extends createOptionsDefinedType(
  'oslo::service::ssl',
  {
    ca_file: option('ssl/ca_file', "Certificate authorities that verify clients' certificates."),
    cert_file: option('ssl/cert_file', 'Certificate of the server.'),
    ciphers: option('ssl/ciphers', 'Ciphers that are allowed, as OpenSSL writes them.'),
    key_file: option('ssl/key_file', "Key of the server's certificate."),
    version: option('ssl/version', 'Versions of TLS that are allowed.'),
  },
  { doc: 'TLS of the built-in web server of a service (oslo.service).', since: 'rocky' },
) {}
