import { classType, parameter } from '../../../catalog/index.js';
import { Package } from '../../../resources/index.js';
import { optionValue } from '../../tables/index.js';
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

/** Images in a pool of Ceph, where that is all the API has to know of stores. */
export class Rbd extends classType(
  'glance::backend::rbd',
  {
    ...rbdOptions,
    ...rbdPackageParameters,
    ...singleStoreParameters,
    show_image_direct_url: parameter(optionValue, 'It has no effect: glance::api has the parameter.', {
      until: 'queens',
      deprecated: { hint: 'say it with glance::api::show_image_direct_url' },
      obsolete: 'glance::api::show_image_direct_url says it',
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
