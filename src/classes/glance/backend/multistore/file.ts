import { definedType } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { declareOptions, isServiceDefault, option } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { storeParameters } from '../store.js';

export const fileOptions = {
  filesystem_store_datadir: option('filesystem_store_datadir', 'Directory of the images.'),
  filesystem_store_datadirs: option(
    'filesystem_store_datadirs',
    'Directories of the images, each with its priority after a colon, instead of a single directory.',
    { since: 'yoga', deprecated: { since: '2025.2', hint: 'declare one store per directory' } },
  ),
} as const;

export const fileTuning = {
  filesystem_store_chunk_size: option('filesystem_store_chunk_size', 'Size of reads and writes, in bytes.', {
    since: 'yoga',
  }),
  filesystem_thin_provisioning: option(
    'filesystem_thin_provisioning',
    'Whether blocks of zeros are not written.',
    {
      since: 'victoria',
    },
  ),
} as const;

/** In the section glance_store, glance::api has these two options. */
export const fileAccess = {
  filesystem_store_metadata_file: option(
    'filesystem_store_metadata_file',
    'File with the metadata of image locations.',
    { since: 'yoga' },
  ),
  filesystem_store_file_perm: option('filesystem_store_file_perm', "Mode of the images' files.", {
    since: 'yoga',
  }),
} as const;

/** A store of files on this host. */
export class File extends definedType(
  'glance::backend::multistore::file',
  { ...fileOptions, ...fileTuning, ...fileAccess, ...storeParameters },
  {
    doc: "A store of files on this host. Its title is the store's name in enabled_backends.",
    since: 'train',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { filesystem_store_datadir, filesystem_store_datadirs = '<SERVICE DEFAULT>' } = this.parameters;
    if (!isServiceDefault(filesystem_store_datadir) && !isServiceDefault(filesystem_store_datadirs)) {
      this.fail(
        'filesystem_store_datadir and filesystem_store_datadirs both say where the images are',
        'keep the one or the other',
      );
    }
    const section = this.title;
    const { weight } = storeParameters;
    declareOptions(this, GlanceApiConfig, { ...fileOptions, ...fileTuning, ...storeParameters }, { section });
    declareOptions(this, GlanceCacheConfig, fileOptions, { section });
    if (section !== 'glance_store') declareOptions(this, GlanceApiConfig, fileAccess, { section });
    if (!isReleaseBetween(this.release, '2023.2', undefined)) return;
    declareOptions(this, GlanceCacheConfig, { ...fileTuning, weight }, { section });
    if (section !== 'glance_store') declareOptions(this, GlanceCacheConfig, fileAccess, { section });
  }
}
