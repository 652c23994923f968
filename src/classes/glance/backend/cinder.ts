import { classType, parameter } from '../../../catalog/index.js';
import { optionValue } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Cinder as CinderStore, cinderAccount, cinderOptions, cinderRegion } from './multistore/cinder.js';
import {
  declareDefaultStore,
  declareSingleStore,
  multistoreHint,
  singleStoreParameters,
  supportsMultistore,
} from './store.js';

/** Images in volumes of Cinder, as the only store of the API. */
export class Cinder extends classType(
  'glance::backend::cinder',
  {
    ...cinderOptions,
    ...cinderAccount,
    ...cinderRegion,
    ...singleStoreParameters,
    os_region_name: parameter(optionValue, 'It has no effect: use the parameter of glance::api.', {
      until: 'train',
      became: { name: 'cinder_os_region_name' },
      deprecated: { hint: 'use glance::api::os_region_name' },
    }),
  },
  { doc: 'Images in volumes of Cinder.' },
) {
  override declare(): void {
    this.include(Deps);
    if (supportsMultistore(this)) {
      this.warn(multistoreHint('cinder'));
      const { multi_store: _, glare_enabled: __, os_region_name: ___, ...store } = this.parameters;
      new CinderStore(this, 'glance_store', store);
    } else declareSingleStore(this, { ...cinderOptions, ...cinderAccount }, true);
    declareDefaultStore(this, 'cinder');
  }
}
