import { classType } from '../../../../catalog/index.js';
import { fileAccess, fileOptions, fileTuning } from '../multistore/file.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const { filesystem_store_datadir } = fileOptions;
const options = withoutDefaults({ filesystem_store_datadir, ...fileAccess, ...fileTuning });

/** Common options of all file stores. */
export class File extends classType('glance::backend::defaults::file', options, {
  doc: 'Common options of all file stores: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
