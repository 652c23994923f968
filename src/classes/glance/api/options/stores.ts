import { option } from '../../../shared/index.js';

/** The cache of images: options of glance-api.conf and glance-cache.conf. */
export const cacheOptions = {
  image_cache_dir: option('DEFAULT/image_cache_dir', 'Directory of the cache.', {
    default: '/var/lib/glance/image-cache',
  }),
  image_cache_stall_time: option(
    'DEFAULT/image_cache_stall_time',
    'Seconds after which an unfinished entry is dropped.',
  ),
  image_cache_max_size: option(
    'DEFAULT/image_cache_max_size',
    'Size to which the pruner reduces the cache, in bytes.',
  ),
  image_cache_driver: option('DEFAULT/image_cache_driver', 'Driver for the metadata of the cache.', {
    since: '2024.1',
  }),
} as const;

/** The interval of the cache's prefetcher, while the API ran it. */
export const prefetcherOptions = {
  cache_prefetcher_interval: option(
    'DEFAULT/cache_prefetcher_interval',
    'Seconds between two runs of the prefetcher.',
    { since: 'train', until: 'yoga', obsolete: 'the prefetcher runs without an interval' },
  ),
} as const;

/** The file store if it does not have its own section. */
export const fileStoreOptions = {
  filesystem_store_metadata_file: option(
    'glance_store/filesystem_store_metadata_file',
    'File with the metadata of image locations.',
    { since: 'stein', deprecated: { since: 'zed', hint: 'use glance::backend::multistore::file' } },
  ),
  filesystem_store_file_perm: option(
    'glance_store/filesystem_store_file_perm',
    "Mode of the images' files.",
    {
      since: 'stein',
      deprecated: { since: 'zed', hint: 'use glance::backend::multistore::file' },
    },
  ),
} as const;

/** The region of the stores that use other services. */
export const regionOptions = {
  os_region_name: option(
    'glance_store/os_region_name',
    "Keystone's region in which stores look up services.",
    {
      default: 'RegionOne',
      until: 'train',
      became: 'glance::backend::multistore::cinder::cinder_os_region_name',
    },
  ),
} as const;
