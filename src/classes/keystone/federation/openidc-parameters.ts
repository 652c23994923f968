import { anything, arrayOf, boolean, hashOf, oneOf, parameter, string } from '../../../catalog/index.js';
import {
  type OptionValue,
  optionValue,
  perRelease,
  secretScalarString,
  serviceDefault,
} from '../../shared/index.js';
import { serviceProviderParameters } from './service-provider.js';

const train = { since: 'train' } as const;
const caracal = { since: '2024.1' } as const;

/** All parameters of `keystone::federation::openidc`; those called openidc_… are for the virtual host. */
export const openidcParameters = {
  ...serviceProviderParameters,
  keystone_url: parameter(string, "Keystone's URL for users, without a version.", {
    since: 'stein',
    required: true,
  }),
  idp_name: parameter(string, 'Name of the identity provider in Keystone.', { required: true }),
  openidc_provider_metadata_url: parameter(string, "URL of the provider's metadata."),
  openidc_metadata_dir: parameter(
    string,
    "Directory of the providers' metadata, if there are several providers.",
    {
      since: '2024.2',
    },
  ),
  openidc_client_id: parameter(string, "Keystone's client ID at the provider.", { required: true }),
  openidc_client_secret: parameter(secretScalarString, "Keystone's client secret at the provider.", {
    required: true,
  }),
  openidc_crypto_passphrase: parameter(
    { ...optionValue, secret: true },
    'Passphrase for the encryption of cookies.',
    {
      default: 'openstack',
    },
  ),
  openidc_response_type: parameter(string, 'Response type that is requested from the provider.', {
    since: 'ocata',
    default: 'id_token',
  }),
  openidc_scope: parameter(arrayOf(string), 'Scopes that are requested from the provider.', {
    since: '2025.1',
    default: ['openid', 'email', 'profile'],
  }),
  openidc_response_mode: parameter(string, 'Response mode that is requested from the provider.', train),
  openidc_cache_type: parameter(string, 'Storage of the cache: `shm`, `file`, `memcache`, `redis`.', train),
  openidc_cache_shm_max: parameter(
    optionValue,
    'Maximum number of entries of the cache in shared memory.',
    train,
  ),
  openidc_cache_shm_entry_size: parameter(optionValue, 'Maximum size of such an entry, in bytes.', train),
  openidc_cache_dir: parameter(string, 'Directory of the cache in files.', train),
  openidc_cache_clean_interval: parameter(
    optionValue,
    'Seconds between two cleanups of the cache in files.',
    train,
  ),
  openidc_claim_delimiter: parameter(string, 'Separator of the values of a claim.', train),
  openidc_enable_oauth: parameter(
    boolean,
    'Whether programs can authenticate with access tokens of the provider.',
    {
      ...train,
      default: false,
    },
  ),
  openidc_introspection_endpoint: parameter(
    string,
    'URL at which the provider verifies an access token.',
    train,
  ),
  openidc_verify_jwks_uri: parameter(
    string,
    "URL of the provider's keys, with which access tokens are verified.",
    train,
  ),
  openidc_verify_method: parameter(oneOf('introspection', 'jwks'), 'How access tokens are verified.', {
    ...train,
    default: 'introspection',
  }),
  openidc_pass_userinfo_as: parameter(
    oneOf('claims', 'json', 'jwt'),
    'The form in which Keystone receives information about the user.',
    train,
  ),
  openidc_pass_claim_as: parameter(
    oneOf('none', 'environment', 'headers', 'both'),
    'Where Keystone receives the claims.',
    train,
  ),
  openidc_xforwarded_headers: parameter(arrayOf(string), 'Headers of a proxy that are trusted.', {
    ...caracal,
    default: [],
  }),
  openidc_redirect_uri: parameter(string, 'URL to which the provider redirects users.', caracal),
  memcached_servers: parameter(arrayOf(string), 'Memcached servers of the cache.', train),
  redis_server: parameter(string, 'The Redis server of the cache.', train),
  redis_password: parameter(secretScalarString, 'Its password.', train),
  redis_username: parameter(string, 'The user of the Redis server.', caracal),
  redis_database: parameter(optionValue, 'The database of the Redis server.', caracal),
  redis_connect_timeout: parameter(
    optionValue,
    'Seconds to wait for a connection to the Redis server.',
    caracal,
  ),
  redis_timeout: parameter(optionValue, 'Seconds to wait for a response of the Redis server.', caracal),
  additional_locations: parameter(arrayOf(hashOf(anything)), 'Further paths that require a login.', {
    since: '2024.2',
  }),
  remote_id_attribute: parameter(optionValue, 'The request variable that names the identity provider.', {
    since: 'stein',
    default: perRelease<OptionValue | undefined>({ stein: undefined, '2023.2': serviceDefault }),
  }),
  package_ensure: parameter(anything, "The state of the module's package.", {
    default: 'present',
    until: '2023.1',
    deprecated: { since: '2023.1', hint: 'remove it' },
    obsolete: 'the package is present',
  }),
} as const;
