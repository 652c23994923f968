import { classType } from '../../../../catalog/index.js';
import { swiftOptions, swiftTransfers } from '../multistore/swift.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const { default_swift_reference: _, ...perStore } = swiftOptions;
const options = withoutDefaults({ ...perStore, ...swiftTransfers });

/** Common options of all stores in Swift. */
export class Swift extends classType('glance::backend::defaults::swift', options, {
  doc: 'Common options of all stores in Swift: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
