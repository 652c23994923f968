import { classType } from '../../../catalog/index.js';
import {
  Anchor,
  GlanceApiConfig,
  GlanceGlareConfig,
  GlanceSwiftConfig,
  Service,
} from '../../../resources/index.js';
import { declareOptions } from '../../shared/index.js';
import * as swift from '../../swift/index.js';
import { Deps } from '../deps.js';
import { Swift as SwiftStore, swiftAccount, swiftConfigFile, swiftOptions } from './multistore/swift.js';
import { declareDefaultStore, multistoreHint, singleStoreParameters, supportsMultistore } from './store.js';

/** Images in containers of Swift, as the only store of the API. */
export class Swift extends classType(
  'glance::backend::swift',
  { ...swiftAccount, ...swiftOptions, ...singleStoreParameters },
  { doc: 'Images in containers of Swift.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(swift.Client);
    if (supportsMultistore(this)) {
      this.warn(multistoreHint('swift'));
      const { multi_store: _, glare_enabled: __, ...store } = this.parameters;
      new SwiftStore(this, 'glance_store', store);
    } else this.#singleStore();
    declareDefaultStore(this, 'swift');
  }

  #singleStore(): void {
    this.chain(swift.Client.ref()).before(Anchor.ref('glance::install::end'));
    // A node with Swift but without the API needs no order.
    this.chain(this.collect(Service, { tag: 'swift-service' })).before(
      this.collect(Service, { title: 'glance-api' }),
    );
    const section = 'glance_store';
    declareOptions(this, GlanceApiConfig, swiftOptions, { section });
    new GlanceApiConfig(this, `${section}/swift_store_config_file`, { value: swiftConfigFile });
    if (this.parameters.glare_enabled) {
      const { swift_store_large_object_chunk_size: _, ...options } = swiftOptions;
      declareOptions(this, GlanceGlareConfig, options, { section });
      new GlanceGlareConfig(this, `${section}/swift_store_config_file`, { value: swiftConfigFile });
    }
    declareOptions(this, GlanceSwiftConfig, swiftAccount, {
      section: String(this.parameters.default_swift_reference),
    });
  }
}
