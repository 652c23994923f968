import { option } from '../../../tables/index.js';

/** What the API says of a store that it keeps for itself. */
export const reservedOptions = {
  filesystem_store_datadir: option('filesystem_store_datadir', 'Directory of the store.'),
  filesystem_store_file_perm: option('filesystem_store_file_perm', 'Mode of the files.'),
  filesystem_store_chunk_size: option(
    'filesystem_store_chunk_size',
    'Bytes that are read and written at once.',
  ),
  filesystem_thin_provisioning: option(
    'filesystem_thin_provisioning',
    'Whether blocks of zeroes are left out.',
  ),
} as const;
