import { adaptParameter } from '../../shared/index.js';
import { imageOptions } from './options/images.js';
import { importOptions, pluginOptions } from './options/import.js';
import { registryClientOptions, registryOptions } from './options/registry.js';
import { serverOptions } from './options/server.js';
import { cacheOptions, fileStoreOptions, prefetcherOptions, regionOptions } from './options/stores.js';

const { image_cache_dir, image_cache_stall_time, image_cache_max_size, image_cache_driver } = cacheOptions;
const { filesystem_store_metadata_file, filesystem_store_file_perm } = fileStoreOptions;

/** All parameters that set an option in one of the files. */
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

/** Options of glance-api.conf. */
export const apiFile = {
  ...serverOptions,
  ...imageOptions,
  ...importOptions,
  image_cache_dir,
  image_cache_stall_time: adaptParameter(image_cache_stall_time, { since: 'stein' }),
  image_cache_max_size: adaptParameter(image_cache_max_size, { since: 'stein' }),
  image_cache_driver,
  ...prefetcherOptions,
  ...fileStoreOptions,
  ...regionOptions,
  ...registryOptions,
  ...registryClientOptions,
} as const;

/** Options of glance-cache.conf, for the tools that maintain the cache. */
export const cacheFile = {
  image_cache_dir: adaptParameter(image_cache_dir, { since: 'stein' }),
  image_cache_stall_time,
  image_cache_max_size,
  image_cache_driver,
  filesystem_store_metadata_file: adaptParameter(filesystem_store_metadata_file, { since: '2023.2' }),
  filesystem_store_file_perm: adaptParameter(filesystem_store_file_perm, { since: '2023.2' }),
  ...regionOptions,
  ...registryOptions,
} as const;

/** Options of glance-image-import.conf. */
export const importFile = pluginOptions;
