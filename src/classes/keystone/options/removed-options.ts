import { anything, boolean, parameter } from '../../../catalog/index.js';
import { literalSecret, option, optionValue } from '../../shared/index.js';

const pki = { until: 'rocky', obsolete: 'PKI tokens have been removed' } as const;
const pkiDeprecated = { ...pki, deprecated: { hint: 'use Fernet tokens' } } as const;
const member = {
  until: 'xena',
  obsolete: 'Keystone no longer assigns a role automatically',
} as const;

/** Options of tokens and roles that later releases of Keystone removed. */
export const removedTokenOptions = {
  admin_token: option('DEFAULT/admin_token', 'A token that grants administrator rights.', {
    ...literalSecret,
    required: true,
    until: 'train',
    obsolete: 'use keystone::bootstrap: Keystone no longer accepts an admin token',
  }),
  token_driver: option('token/driver', 'Storage driver for tokens.', {
    default: 'sql',
    until: 'rocky',
    obsolete: 'tokens are no longer stored',
  }),
  member_role_id: option('DEFAULT/member_role_id', 'The ID of the role of the members of a project.', member),
  member_role_name: option('DEFAULT/member_role_name', 'The name of that role.', member),
  signing_certfile: option('signing/certfile', 'Certificate of PKI tokens.', pkiDeprecated),
  signing_keyfile: option('signing/keyfile', 'Private key of that certificate.', pkiDeprecated),
  signing_ca_certs: option('signing/ca_certs', "The certificate's authorities.", pkiDeprecated),
  signing_ca_key: option('signing/ca_key', "The authority's private key.", pkiDeprecated),
  signing_cert_subject: option('signing/cert_subject', "The certificate's subject.", pkiDeprecated),
  signing_key_size: option('signing/key_size', 'Bits of the key.', pkiDeprecated),
} as const;

/** Parameters for creating the certificate of PKI tokens. */
export const pkiParameters = {
  enable_pki_setup: parameter(boolean, 'Whether that certificate is created.', pkiDeprecated),
  cache_dir: parameter(optionValue, 'Directory for the signing of tokens.', {
    ...pki,
    default: '/var/cache/keystone',
  }),
} as const;

/** Parameters that later releases removed. */
export const removedParameters = {
  validate_service: parameter(boolean, 'Whether the service is tested after it has started.', {
    default: false,
    until: 'train',
    obsolete: 'the service is no longer validated',
  }),
  validate_insecure: parameter(boolean, "Whether that test ignores the service's certificate.", {
    default: false,
    until: 'train',
    obsolete: 'the service is no longer validated',
  }),
  validate_auth_url: parameter(anything, 'URL of that test. @default admin_endpoint', {
    default: false,
    until: 'train',
    obsolete: 'the service is no longer validated',
  }),
  validate_cacert: parameter(anything, "The authority of the service's certificate.", {
    until: 'train',
    obsolete: 'the service is no longer validated',
  }),
  service_provider: parameter(anything, 'The provider of the service: it has no effect.', {
    until: 'queens',
    deprecated: { hint: 'it has no effect: override the service through a collector' },
    obsolete: 'a collector can override the provider of the service',
  }),
  verbose: parameter(anything, 'Whether informational messages are logged: they always are.', {
    until: 'newton',
    deprecated: { hint: 'it has no effect: remove it' },
    obsolete: 'informational messages are always logged',
  }),
} as const;
