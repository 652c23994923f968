import { classType } from '../../../catalog/index.js';
import { adaptParameter } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { File as FileStore, fileOptions, fileTuning } from './multistore/file.js';
import {
  declareDefaultStore,
  declareSingleStore,
  multistoreHint,
  singleStoreParameters,
  supportsMultistore,
} from './store.js';

const options = {
  filesystem_store_datadir: adaptParameter(fileOptions.filesystem_store_datadir, {
    default: '/var/lib/glance/images/',
  }),
} as const;

/** Images in files of this host, as the only store of the API. */
export class File extends classType(
  'glance::backend::file',
  {
    ...options,
    filesystem_thin_provisioning: fileTuning.filesystem_thin_provisioning,
    ...singleStoreParameters,
  },
  { doc: 'Images in files of this host.' },
) {
  override declare(): void {
    this.include(Deps);
    if (supportsMultistore(this)) {
      this.warn(multistoreHint('file'));
      const { filesystem_store_datadir, filesystem_thin_provisioning } = this.parameters;
      new FileStore(this, 'glance_store', { filesystem_store_datadir, filesystem_thin_provisioning });
    } else declareSingleStore(this, options, true);
    declareDefaultStore(this, 'file');
  }
}
