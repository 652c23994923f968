import { classType, parameter } from '../../../catalog/index.js';
import { Package } from '../../../resources/index.js';
import { optionValue } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glancePlatform } from '../platform.js';
import { Rbd as RbdStore, rbdOptions, rbdPackageParameters } from './multistore/rbd.js';
import {
  declareDefaultStore,
  declareSingleStore,
  multistoreHint,
  singleStoreParameters,
  supportsMultistore,
} from './store.js';

/** Images in a pool of Ceph, as the only store of the API. */
export class Rbd extends classType(
  'glance::backend::rbd',
  {
    ...rbdOptions,
    ...rbdPackageParameters,
    ...singleStoreParameters,
    show_image_direct_url: parameter(optionValue, 'It has no effect: use the parameter of glance::api.', {
      until: 'queens',
      deprecated: { hint: 'use glance::api::show_image_direct_url' },
      obsolete: 'use glance::api::show_image_direct_url',
    }),
  },
  { doc: 'Images in a pool of Ceph.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    if (supportsMultistore(this)) this.#store();
    else {
      declareSingleStore(this, rbdOptions);
      this.#package();
    }
    declareDefaultStore(this, 'rbd');
  }

  #store(): void {
    this.warn(multistoreHint('rbd'));
    const { multi_store: _, glare_enabled: __, show_image_direct_url: ___, ...store } = this.parameters;
    new RbdStore(this, 'glance_store', store);
  }

  #package(): void {
    if (!this.parameters.manage_packages) return;
    new Package(this, 'python-ceph', {
      ensure: this.parameters.package_ensure,
      name: glancePlatform(this.facts, this.release)?.cephPackage,
      tag: 'glance-support-package',
    });
  }
}
