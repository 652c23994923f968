import { anything, boolean, hashOf, parameter } from '../../../catalog/index.js';
import { asArray, optionValue, perRelease, serviceDefault, text } from '../../tables/index.js';
import { legacyAuthParameters } from '../legacy-auth.js';
import { legacyDatabaseParameters } from '../legacy-database.js';
import { legacyLoggingParameters } from '../legacy-logging.js';
import { storeNames } from '../legacy-stores.js';
import { pipelineName } from '../pipeline.js';
import { platformDefault } from '../platform.js';
import { allOptions } from './options.js';

const noValidation = { until: 'xena', obsolete: 'nothing validates the service any more' } as const;
const keyManager = (became: string) =>
  ({
    since: 'queens',
    until: 'yoga',
    became: { name: became },
    deprecated: { since: 'xena', hint: `say it with ${became}` },
  }) as const;

/** All that `glance::api` can be told. */
export const apiParameters = {
  package_ensure: parameter(
    text,
    'State or version of the package of the API, where it has one of its own.',
    {
      default: 'present',
    },
  ),
  manage_service: parameter(boolean, 'Whether the service is started and stopped.', { default: true }),
  enabled: parameter(boolean, 'Whether the service runs, and starts with the host.', { default: true }),
  service_name: parameter(text, "The service that answers: Glance's own, or 'httpd' behind Apache.", {
    default: platformDefault('apiService'),
    since: 'zed',
  }),
  purge_config: parameter(
    boolean,
    'Whether settings that are not declared are removed from glance-api.conf.',
    {
      default: false,
    },
  ),
  sync_db: parameter(boolean, 'Whether the schema and the metadata definitions are brought up to date.', {
    default: true,
    since: 'ocata',
  }),
  auth_strategy: parameter(
    optionValue,
    "How callers are authenticated: 'keystone', or anything else for not.",
    {
      default: 'keystone',
    },
  ),
  paste_deploy_flavor: parameter(
    pipelineName,
    'The pipeline of the paste configuration that requests run through.',
    {
      default: 'keystone',
      since: 'zed',
    },
  ),
  pipeline: parameter(pipelineName, 'The older name of paste_deploy_flavor, which it wins over.', {
    default: perRelease({ newton: 'keystone', zed: undefined }),
    until: '2024.2',
    became: { name: 'paste_deploy_flavor' },
    deprecated: { since: 'zed', hint: 'say it with paste_deploy_flavor' },
  }),
  enabled_backends: parameter(
    optionValue,
    'The stores, each as id:type. Each is described by a class of its own.',
    {
      since: 'train',
    },
  ),
  default_backend: parameter(text, 'The store that new images go to, by its id.', { since: 'train' }),
  stores: parameter(storeNames, 'Names of the stores, before stores had ids.', {
    deprecated: { since: 'train', hint: 'say it with enabled_backends' },
  }),
  default_store: parameter(optionValue, 'The store that new images go to, before stores had ids.', {
    deprecated: { since: 'train', hint: 'say it with default_backend' },
  }),
  known_stores: parameter(storeNames, 'Classes of the stores, before stores had names.', {
    until: 'queens',
    became: { name: 'stores', translate: storeNamesOf },
    deprecated: { hint: 'say it with stores' },
  }),
  multi_store: parameter(
    boolean,
    'Whether there are several stores, so that this class says the default one.',
    {
      default: false,
    },
  ),
  lock_path: parameter(optionValue, 'Directory of lock files.', {
    default: platformDefault('lockPath'),
    since: 'train',
  }),
  enable_proxy_headers_parsing: parameter(
    optionValue,
    "Whether a proxy's headers say where requests came from.",
    {
      default: serviceDefault,
    },
  ),
  max_request_body_size: parameter(optionValue, 'Bytes of the body of a request at most.', {
    default: serviceDefault,
    since: 'train',
  }),
  ...allOptions,
  keymgr_backend: parameter(
    optionValue,
    'What keeps the keys of encrypted images.',
    keyManager('glance::key_manager::backend'),
  ),
  keymgr_encryption_api_url: parameter(
    optionValue,
    'Address of the key manager.',
    keyManager('glance::key_manager::barbican::barbican_endpoint'),
  ),
  keymgr_encryption_auth_url: parameter(
    optionValue,
    'Address that the key manager signs in at.',
    keyManager('glance::key_manager::barbican::auth_endpoint'),
  ),
  validate: parameter(boolean, 'Whether images are listed once the service runs.', {
    default: false,
    ...noValidation,
  }),
  validation_options: parameter(hashOf(hashOf(anything)), 'Checks that are made instead.', {
    default: {},
    ...noValidation,
  }),
  auth_region: parameter(optionValue, 'Region that users sign in at: it has no effect.', {
    until: 'newton',
    deprecated: { hint: 'it has no effect: leave it out' },
    obsolete: 'it had no effect',
  }),
  ...legacyAuthParameters('api'),
  ...legacyDatabaseParameters('api'),
  ...legacyLoggingParameters('api'),
} as const;

/** `glance.store.rbd.Store` is what later releases call `rbd`. */
function storeNamesOf(classes: unknown): unknown {
  return asArray(classes).map((name) => {
    const module = /^glance(?:_store)?\.(?:store|_drivers)\.(\w+)\.Store$/.exec(String(name))?.[1];
    return module === 'filesystem' ? 'file' : (module ?? name);
  });
}
