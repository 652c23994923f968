import { classType } from '../../../../catalog/index.js';
import { rbdOptions } from '../multistore/rbd.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const options = withoutDefaults(rbdOptions);

/** Common options of all stores in Ceph. */
export class Rbd extends classType('glance::backend::defaults::rbd', options, {
  doc: 'Common options of all stores in Ceph: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
