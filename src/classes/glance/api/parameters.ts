import { anything, boolean, hashOf, parameter } from '../../../catalog/index.js';
import { optionValue, perRelease, scalarString, serviceDefault, toArray } from '../../shared/index.js';
import { legacyAuthParameters } from '../legacy-auth.js';
import { legacyDatabaseParameters } from '../legacy-database.js';
import { legacyLoggingParameters } from '../legacy-logging.js';
import { storeNames } from '../legacy-stores.js';
import { pipelineName } from '../pipeline.js';
import { platformDefault } from '../platform.js';
import { allOptions } from './options.js';

const noValidation = { until: 'xena', obsolete: 'the service is no longer validated' } as const;
const keyManager = (became: string) =>
  ({
    since: 'queens',
    until: 'yoga',
    became: { name: became },
    deprecated: { since: 'xena', hint: `use ${became}` },
  }) as const;

/** The parameters of `glance::api`. */
export const apiParameters = {
  package_ensure: parameter(scalarString, 'State or version of the API package, if the API has its own.', {
    default: 'present',
  }),
  manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
  enabled: parameter(boolean, 'Whether the service runs, and starts at boot.', { default: true }),
  service_name: parameter(
    scalarString,
    "The service that runs the API: Glance's own, or 'httpd' with Apache.",
    {
      default: platformDefault('apiService'),
      since: 'zed',
    },
  ),
  purge_config: parameter(
    boolean,
    'Whether settings that are not declared are removed from glance-api.conf.',
    {
      default: false,
    },
  ),
  sync_db: parameter(boolean, 'Whether the database schema and the metadata definitions are migrated.', {
    default: true,
    since: 'ocata',
  }),
  auth_strategy: parameter(
    optionValue,
    "How callers are authenticated: 'keystone'; any other value disables authentication.",
    {
      default: 'keystone',
    },
  ),
  paste_deploy_flavor: parameter(pipelineName, 'The pipeline of the paste configuration.', {
    default: 'keystone',
    since: 'zed',
  }),
  pipeline: parameter(pipelineName, 'The old name of paste_deploy_flavor, which it overrides.', {
    default: perRelease({ newton: 'keystone', zed: undefined }),
    until: '2024.2',
    became: { name: 'paste_deploy_flavor' },
    deprecated: { since: 'zed', hint: 'use paste_deploy_flavor' },
  }),
  enabled_backends: parameter(
    optionValue,
    'The stores, each as id:type. Each is declared with its own class.',
    {
      since: 'train',
    },
  ),
  default_backend: parameter(scalarString, 'The ID of the store for new images.', { since: 'train' }),
  stores: parameter(storeNames, 'Names of the stores, before stores had IDs.', {
    deprecated: { since: 'train', hint: 'use enabled_backends' },
  }),
  default_store: parameter(optionValue, 'The store for new images, before stores had IDs.', {
    deprecated: { since: 'train', hint: 'use default_backend' },
  }),
  known_stores: parameter(storeNames, 'Classes of the stores, before stores had names.', {
    until: 'queens',
    became: { name: 'stores', translate: storeNamesOf },
    deprecated: { hint: 'use stores' },
  }),
  multi_store: parameter(
    boolean,
    'Whether there are several stores; this class then sets the default store.',
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
    'Whether the headers of a proxy determine the origin of a request.',
    {
      default: serviceDefault,
    },
  ),
  max_request_body_size: parameter(optionValue, 'Maximum size of a request body, in bytes.', {
    default: serviceDefault,
    since: 'train',
  }),
  // The options of the service, with their defaults: see options/.
  ...allOptions,
  keymgr_backend: parameter(
    optionValue,
    'The key manager for encrypted images.',
    keyManager('glance::key_manager::backend'),
  ),
  keymgr_encryption_api_url: parameter(
    optionValue,
    'Address of the key manager.',
    keyManager('glance::key_manager::barbican::barbican_endpoint'),
  ),
  keymgr_encryption_auth_url: parameter(
    optionValue,
    'URL of Keystone for the key manager.',
    keyManager('glance::key_manager::barbican::auth_endpoint'),
  ),
  validate: parameter(boolean, 'Whether the running service is tested by listing images.', {
    default: false,
    ...noValidation,
  }),
  validation_options: parameter(hashOf(hashOf(anything)), 'Checks to run instead.', {
    default: {},
    ...noValidation,
  }),
  auth_region: parameter(optionValue, 'Region of users: it has no effect.', {
    until: 'newton',
    deprecated: { hint: 'it has no effect: remove it' },
    obsolete: 'it had no effect',
  }),
  ...legacyAuthParameters('api'),
  ...legacyDatabaseParameters('api'),
  ...legacyLoggingParameters('api'),
} as const;

/** Later releases call `glance.store.rbd.Store` `rbd`. */
function storeNamesOf(classes: unknown): unknown {
  return toArray(classes).map((name) => {
    const module = /^glance(?:_store)?\.(?:store|_drivers)\.(\w+)\.Store$/.exec(String(name))?.[1];
    return module === 'filesystem' ? 'file' : (module ?? name);
  });
}
