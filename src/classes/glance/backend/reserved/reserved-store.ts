import { option } from '../../../shared/index.js';

/** Options of a store that is reserved for the API. */
export const reservedOptions = {
  filesystem_store_datadir: option('filesystem_store_datadir', 'Directory of the store.'),
  filesystem_store_file_perm: option('filesystem_store_file_perm', 'Mode of the files.'),
  filesystem_store_chunk_size: option('filesystem_store_chunk_size', 'Size of reads and writes, in bytes.'),
  filesystem_thin_provisioning: option(
    'filesystem_thin_provisioning',
    'Whether blocks of zeros are not written.',
  ),
} as const;
