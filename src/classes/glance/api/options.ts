import { livesIn, type Release } from '../../../data/releases.js';
import {
  joinAny,
  type OptionValue,
  option,
  perRelease,
  serviceDefault,
  workers,
} from '../../tables/index.js';
import { bracketed } from '../bracketed.js';

const registry = { until: 'ussuri', obsolete: 'the API reads the database itself since victoria' } as const;
/** Ussuri's class wrote these only where they were given. */
const onceGiven = (usual: string) =>
  perRelease<OptionValue | undefined>({ newton: usual, ussuri: undefined });
const tls = { until: 'xena', obsolete: 'the API speaks TLS no more: put a proxy in front of it' } as const;
const version = {
  since: 'ocata',
  until: 'ussuri',
  obsolete: 'version 2 of the API is the only one',
} as const;

/** How the API listens and answers: options of glance-api.conf. */
const serverOptions = {
  bind_host: option('DEFAULT/bind_host', 'Address that the API listens on.'),
  bind_port: option('DEFAULT/bind_port', 'Port that the API listens on.', {
    default: perRelease({ newton: '9292', '2023.1': serviceDefault }),
  }),
  backlog: option('DEFAULT/backlog', 'Connections that may wait to be accepted.'),
  workers: option('DEFAULT/workers', 'Worker processes.', { default: workers }),
  public_endpoint: option('DEFAULT/public_endpoint', 'Base of the addresses in answers, behind a proxy.', {
    since: 'zed',
  }),
  limit_param_default: option(
    'DEFAULT/limit_param_default',
    'Items of a listing, where the request does not say.',
  ),
  api_limit_max: option('DEFAULT/api_limit_max', 'Items of a listing at most.'),
  show_image_direct_url: option(
    'DEFAULT/show_image_direct_url',
    "Whether answers show an image's place in the store.",
  ),
  show_multiple_locations: option(
    'DEFAULT/show_multiple_locations',
    "Whether answers show all of an image's places.",
    {
      default: perRelease<OptionValue | undefined>({
        newton: serviceDefault,
        ussuri: undefined,
        wallaby: serviceDefault,
      }),
      deprecated: { since: 'ussuri', hint: 'it exposes the stores: let policy decide who sees locations' },
    },
  ),
  location_strategy: option('DEFAULT/location_strategy', "In which order an image's places are tried.", {
    until: '2024.1',
    deprecated: { since: '2024.1', hint: 'the order of stores is said by their weights' },
    obsolete: 'the order of stores is said by their weights',
  }),
  enforce_secure_rbac: option(
    'DEFAULT/enforce_secure_rbac',
    'Whether the common personas decide who may do what.',
    {
      since: 'wallaby',
    },
  ),
  cert_file: option('DEFAULT/cert_file', 'Certificate of the API.', tls),
  key_file: option('DEFAULT/key_file', 'Private key of the API.', tls),
  ca_file: option(
    'DEFAULT/ca_file',
    "Certificate authority that clients' certificates are held against.",
    tls,
  ),
  enable_v1_api: option('DEFAULT/enable_v1_api', 'Whether version 1 of the API is served.', {
    ...version,
    default: perRelease<string | boolean>({ ocata: serviceDefault, queens: false }),
  }),
  enable_v2_api: option('DEFAULT/enable_v2_api', 'Whether version 2 of the API is served.', version),
  paste_deploy_config_file: option('paste_deploy/config_file', 'The paste configuration.', { since: 'zed' }),
} as const;

/** What an image may be, and how much of it there may be: options of glance-api.conf. */
const imageOptions = {
  container_formats: option('image_format/container_formats', 'Container formats that an image may have.', {
    since: 'wallaby',
    write: (value) => joinAny(value),
  }),
  disk_formats: option('image_format/disk_formats', 'Disk formats that an image may have.', {
    since: 'victoria',
    write: (value) => joinAny(value),
  }),
  require_image_format_match: option(
    'image_format/require_image_format_match',
    'Whether an image must be of the format that it was declared with.',
    { since: '2025.1' },
  ),
  hashing_algorithm: option('DEFAULT/hashing_algorithm', 'Algorithm of the second hash of an image.', {
    since: '2024.2',
  }),
  image_size_cap: option('DEFAULT/image_size_cap', 'Size of an image at most, in bytes.', { since: 'yoga' }),
  user_storage_quota: option(
    'DEFAULT/user_storage_quota',
    'Storage that a project may fill, with its unit.',
    {
      since: 'yoga',
    },
  ),
  image_member_quota: option('DEFAULT/image_member_quota', 'Members of an image at most.', { since: 'pike' }),
  image_property_quota: option('DEFAULT/image_property_quota', 'Properties of an image at most.', {
    since: 'yoga',
  }),
  image_tag_quota: option('DEFAULT/image_tag_quota', 'Tags of an image at most.', { since: 'yoga' }),
  image_location_quota: option('DEFAULT/image_location_quota', 'Locations of an image at most.', {
    since: 'yoga',
  }),
  use_keystone_limits: option(
    'DEFAULT/use_keystone_limits',
    'Whether limits are read from Keystone and enforced.',
    {
      since: 'yoga',
    },
  ),
  delayed_delete: option('DEFAULT/delayed_delete', 'Whether deleted images stay until the scrubber comes.', {
    deprecated: { since: '2024.1', hint: 'delayed deletion goes away: leave it out' },
  }),
  scrub_time: option('DEFAULT/scrub_time', 'Seconds until the scrubber removes a deleted image.', {
    until: 'xena',
    obsolete: 'the scrubber reads an option of its own',
  }),
} as const;

/** How images come in: options of glance-api.conf. */
const importOptions = {
  enabled_import_methods: option('DEFAULT/enabled_import_methods', 'Ways in which images may be imported.', {
    since: 'queens',
    write: bracketed,
  }),
  node_staging_uri: option('DEFAULT/node_staging_uri', 'Where uploaded data waits for its import.', {
    since: 'queens',
  }),
  worker_self_reference_url: option(
    'DEFAULT/worker_self_reference_url',
    'Where other API nodes reach this one, for the data that is staged here.',
    { since: 'wallaby' },
  ),
  task_time_to_live: option('task/task_time_to_live', 'Hours for which a finished task is remembered.'),
  task_executor: option('task/task_executor', 'What runs tasks.'),
  task_work_dir: option('task/work_dir', 'Directory that tasks work in.'),
  taskflow_engine_mode: option('taskflow_executor/engine_mode', "Whether tasks run 'parallel' or 'serial'."),
  taskflow_max_workers: option('taskflow_executor/max_workers', 'Tasks at the same time.'),
  conversion_format: option(
    'taskflow_executor/conversion_format',
    'Format that imported images are converted to.',
  ),
} as const;

/** The cache of images: options of glance-api.conf and glance-cache.conf. */
const cacheOptions = {
  image_cache_dir: option('DEFAULT/image_cache_dir', 'Directory of the cache.', {
    default: '/var/lib/glance/image-cache',
  }),
  image_cache_stall_time: option(
    'DEFAULT/image_cache_stall_time',
    'Seconds after which an unfinished entry is dropped.',
  ),
  image_cache_max_size: option(
    'DEFAULT/image_cache_max_size',
    'Size that the pruner cuts the cache down to, in bytes.',
  ),
  image_cache_driver: option('DEFAULT/image_cache_driver', 'What keeps the books of the cache.', {
    since: '2024.1',
  }),
} as const;

/** The interval of the cache's prefetcher, while the API ran it. */
const prefetcherOptions = {
  cache_prefetcher_interval: option(
    'DEFAULT/cache_prefetcher_interval',
    'Seconds between two rounds of the prefetcher.',
    { since: 'train', until: 'yoga', obsolete: 'the prefetcher runs without an interval' },
  ),
} as const;

/** The file store where it has no section of its own. */
const fileStoreOptions = {
  filesystem_store_metadata_file: option(
    'glance_store/filesystem_store_metadata_file',
    "File with what an image's location says beside its address.",
    { since: 'stein', deprecated: { since: 'zed', hint: 'say it with glance::backend::multistore::file' } },
  ),
  filesystem_store_file_perm: option(
    'glance_store/filesystem_store_file_perm',
    "Mode of the images' files.",
    {
      since: 'stein',
      deprecated: { since: 'zed', hint: 'say it with glance::backend::multistore::file' },
    },
  ),
} as const;

/** The region of the stores that speak to other services. */
const regionOptions = {
  os_region_name: option(
    'glance_store/os_region_name',
    "Keystone's region that stores look services up in.",
    {
      default: 'RegionOne',
      until: 'train',
      became: 'glance::backend::multistore::cinder::cinder_os_region_name',
    },
  ),
} as const;

/** Where the registry is, for the API and for the cache's tools. */
const registryOptions = {
  registry_host: option('DEFAULT/registry_host', 'Address of the registry.', {
    default: onceGiven('0.0.0.0'),
    ...registry,
  }),
  registry_port: option('DEFAULT/registry_port', 'Port of the registry.', {
    default: onceGiven(serviceDefault),
    ...registry,
  }),
} as const;

/** How the API speaks to the registry. */
const registryClientOptions = {
  registry_client_protocol: option(
    'DEFAULT/registry_client_protocol',
    'Protocol of the registry: http or https.',
    {
      default: onceGiven(serviceDefault),
      ...registry,
    },
  ),
  registry_client_ca_file: option(
    'DEFAULT/registry_client_ca_file',
    "Authority of the registry's certificate.",
    registry,
  ),
  registry_client_cert_file: option(
    'DEFAULT/registry_client_cert_file',
    'Certificate shown to the registry.',
    registry,
  ),
  registry_client_key_file: option('DEFAULT/registry_client_key_file', 'Key of that certificate.', registry),
} as const;

/** What happens to images on their way in: options of glance-image-import.conf. */
const pluginOptions = {
  image_import_plugins: option(
    'image_import_opts/image_import_plugins',
    'Plugins that work on imported images.',
    {
      since: 'queens',
      write: bracketed,
    },
  ),
  image_conversion_output_format: option(
    'image_conversion/output_format',
    'Format that the conversion plugin makes.',
    {
      since: 'queens',
    },
  ),
  inject_metadata_properties: option(
    'inject_metadata_properties/inject',
    'Properties that imported images get.',
    {
      since: 'rocky',
      write: joinedUntilVictoria,
    },
  ),
  ignore_user_roles: option(
    'inject_metadata_properties/ignore_user_roles',
    'Roles whose images get no properties.',
    {
      since: 'rocky',
      write: joinedUntilVictoria,
    },
  ),
} as const;

const { image_cache_dir, image_cache_stall_time, image_cache_max_size, image_cache_driver } = cacheOptions;
const { filesystem_store_metadata_file, filesystem_store_file_perm } = fileStoreOptions;

/** Every parameter that becomes an option of one of the files. */
export const allOptions = {
  ...serverOptions,
  ...imageOptions,
  ...importOptions,
  ...cacheOptions,
  ...prefetcherOptions,
  ...fileStoreOptions,
  ...regionOptions,
  ...registryOptions,
  ...registryClientOptions,
  ...pluginOptions,
} as const;

/** What stands in glance-api.conf. */
export const apiFile = {
  ...serverOptions,
  ...imageOptions,
  ...importOptions,
  image_cache_dir,
  image_cache_stall_time: { ...image_cache_stall_time, since: 'stein' },
  image_cache_max_size: { ...image_cache_max_size, since: 'stein' },
  image_cache_driver,
  ...prefetcherOptions,
  ...fileStoreOptions,
  ...regionOptions,
  ...registryOptions,
  ...registryClientOptions,
} as const;

/** What stands in glance-cache.conf, for the tools that look after the cache. */
export const cacheFile = {
  image_cache_dir: { ...image_cache_dir, since: 'stein' },
  image_cache_stall_time,
  image_cache_max_size,
  image_cache_driver,
  filesystem_store_metadata_file: { ...filesystem_store_metadata_file, since: '2023.2' },
  filesystem_store_file_perm: { ...filesystem_store_file_perm, since: '2023.2' },
  ...regionOptions,
  ...registryOptions,
} as const;

/** What stands in glance-image-import.conf. */
export const importFile = pluginOptions;

/** Lists were joined while the file's type could hold one value of an option only. */
function joinedUntilVictoria(value: unknown, release: Release): unknown {
  return livesIn(release, undefined, 'victoria') ? joinAny(value) : value;
}
