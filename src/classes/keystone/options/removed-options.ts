import { anything, boolean, parameter } from '../../../catalog/index.js';
import { type OptionValue, option, optionValue, password } from '../../tables/index.js';

const pki = { until: 'rocky', obsolete: 'PKI tokens are no more' } as const;
const pkiDeprecated = { ...pki, deprecated: { hint: 'PKI tokens end: use Fernet tokens' } } as const;
const member = {
  until: 'xena',
  obsolete: 'Keystone gives nobody a role of its own accord any more',
} as const;

/** Options of tokens and roles that later releases of Keystone do not have. */
export const removedTokenOptions = {
  admin_token: option('DEFAULT/admin_token', 'A token that makes its bearer an administrator.', {
    ...password,
    required: true,
    until: 'train',
    obsolete: 'nobody is an administrator by a token of a file any more: keystone::bootstrap makes one',
  }),
  token_driver: option('token/driver', 'Where tokens are kept.', {
    default: 'sql' as OptionValue,
    until: 'rocky',
    obsolete: 'tokens are kept nowhere any more',
  }),
  member_role_id: option(
    'DEFAULT/member_role_id',
    'The role of the members of a project, by its id.',
    member,
  ),
  member_role_name: option('DEFAULT/member_role_name', 'That role, by its name.', member),
  signing_certfile: option('signing/certfile', 'Certificate of PKI tokens.', pkiDeprecated),
  signing_keyfile: option('signing/keyfile', 'Private key of that certificate.', pkiDeprecated),
  signing_ca_certs: option('signing/ca_certs', "The certificate's authorities.", pkiDeprecated),
  signing_ca_key: option('signing/ca_key', "The authority's private key.", pkiDeprecated),
  signing_cert_subject: option('signing/cert_subject', "The certificate's subject.", pkiDeprecated),
  signing_key_size: option('signing/key_size', 'Bits of the key.', pkiDeprecated),
} as const;

/** How the certificate of PKI tokens came to be. */
export const pkiParameters = {
  enable_pki_setup: parameter(boolean, 'Whether that certificate is made.', pkiDeprecated),
  cache_dir: parameter(optionValue, 'Directory for the signing of tokens.', {
    ...pki,
    default: '/var/cache/keystone' as OptionValue,
  }),
} as const;

/** What later releases settle on their own. */
export const removedParameters = {
  validate_service: parameter(boolean, 'Whether the service is asked for an answer once it runs.', {
    default: false,
    until: 'train',
    obsolete: 'nothing validates the service any more',
  }),
  validate_insecure: parameter(boolean, "Whether the service's certificate goes unchecked for that.", {
    default: false,
    until: 'train',
    obsolete: 'nothing validates the service any more',
  }),
  validate_auth_url: parameter(anything, 'Where it is asked; admin_endpoint where nothing is said.', {
    default: false,
    until: 'train',
    obsolete: 'nothing validates the service any more',
  }),
  validate_cacert: parameter(anything, "The authority of the service's certificate.", {
    until: 'train',
    obsolete: 'nothing validates the service any more',
  }),
  service_provider: parameter(anything, 'The provider of the service: it has no effect.', {
    until: 'queens',
    deprecated: { hint: 'it has no effect: override the service through a collector' },
    obsolete: 'a collector can override the provider of the service',
  }),
  verbose: parameter(anything, 'Whether informational messages are logged: they always are.', {
    until: 'newton',
    deprecated: { hint: 'it has no effect: leave it out' },
    obsolete: 'informational messages are always logged',
  }),
} as const;
