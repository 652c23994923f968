import { classType, parameter } from '../../../catalog/index.js';
import { optionValue } from '../../tables/index.js';
import { Deps } from '../deps.js';
import { Cinder as CinderStore, cinderAccount, cinderOptions, cinderRegion } from './multistore/cinder.js';
import {
  declareDefaultStore,
  declareSingleStore,
  multistoreHint,
  singleStoreParameters,
  supportsMultistore,
} from './store.js';

/** Images in volumes of Cinder, where that is all the API has to know of stores. */
export class Cinder extends classType(
  'glance::backend::cinder',
  {
    ...cinderOptions,
    ...cinderAccount,
    ...cinderRegion,
    ...singleStoreParameters,
    os_region_name: parameter(optionValue, 'It has no effect: glance::api has the parameter.', {
      until: 'train',
      became: { name: 'cinder_os_region_name' },
      deprecated: { hint: 'say it with glance::api::os_region_name' },
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
