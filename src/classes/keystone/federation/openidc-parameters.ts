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
  keystone_url: parameter(string, 'Where users find Keystone, without a version.', {
    since: 'stein',
    required: true,
  }),
  idp_name: parameter(string, 'Name of the identity provider in Keystone.', { required: true }),
  openidc_provider_metadata_url: parameter(string, 'Where the provider describes itself.'),
  openidc_metadata_dir: parameter(string, 'Directory of descriptions, where there are several providers.', {
    since: '2024.2',
  }),
  openidc_client_id: parameter(string, 'Who Keystone is for the provider.', { required: true }),
  openidc_client_secret: parameter(secretScalarString, 'The secret that it shares with the provider.', {
    required: true,
  }),
  openidc_crypto_passphrase: parameter({ ...optionValue, secret: true }, 'What cookies are encrypted with.', {
    default: 'openstack',
  }),
  openidc_response_type: parameter(string, 'What the provider answers with.', {
    since: 'ocata',
    default: 'id_token',
  }),
  openidc_scope: parameter(arrayOf(string), 'What is asked of the provider.', {
    since: '2025.1',
    default: ['openid', 'email', 'profile'],
  }),
  openidc_response_mode: parameter(string, 'How the answer comes.', train),
  openidc_cache_type: parameter(string, 'Where answers are kept: `shm`, `file`, `memcache`, `redis`.', train),
  openidc_cache_shm_max: parameter(optionValue, 'Entries in shared memory at most.', train),
  openidc_cache_shm_entry_size: parameter(optionValue, 'Bytes of one of them at most.', train),
  openidc_cache_dir: parameter(string, 'Directory of answers in files.', train),
  openidc_cache_clean_interval: parameter(optionValue, 'Seconds between two cleanings of it.', train),
  openidc_claim_delimiter: parameter(string, 'What stands between the values of a claim.', train),
  openidc_enable_oauth: parameter(boolean, 'Whether tokens of the provider are taken from programs.', {
    ...train,
    default: false,
  }),
  openidc_introspection_endpoint: parameter(string, 'Where the provider is asked about such a token.', train),
  openidc_verify_jwks_uri: parameter(string, 'Where its keys are, to check such a token with.', train),
  openidc_verify_method: parameter(oneOf('introspection', 'jwks'), 'Which of the two is done.', {
    ...train,
    default: 'introspection',
  }),
  openidc_pass_userinfo_as: parameter(
    oneOf('claims', 'json', 'jwt'),
    'How Keystone is told who it is.',
    train,
  ),
  openidc_pass_claim_as: parameter(
    oneOf('none', 'environment', 'headers', 'both'),
    'Where Keystone finds the claims.',
    train,
  ),
  openidc_xforwarded_headers: parameter(arrayOf(string), 'Headers of a proxy that are believed.', {
    ...caracal,
    default: [],
  }),
  openidc_redirect_uri: parameter(string, 'Where the provider sends users back to.', caracal),
  memcached_servers: parameter(arrayOf(string), 'Servers that keep answers.', train),
  redis_server: parameter(string, 'The Redis server that keeps answers.', train),
  redis_password: parameter(secretScalarString, 'Its password.', train),
  redis_username: parameter(string, 'The user there.', caracal),
  redis_database: parameter(optionValue, 'The database there.', caracal),
  redis_connect_timeout: parameter(optionValue, 'Seconds to wait for a connection to it.', caracal),
  redis_timeout: parameter(optionValue, 'Seconds to wait for its answer.', caracal),
  additional_locations: parameter(arrayOf(hashOf(anything)), 'Further paths that want a user.', {
    since: '2024.2',
  }),
  remote_id_attribute: parameter(optionValue, 'The variable of a request that names its provider.', {
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
