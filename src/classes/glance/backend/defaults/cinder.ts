import { classType } from '../../../../catalog/index.js';
import { cinderAccount, cinderOptions, cinderRegion, cinderVolumes } from '../multistore/cinder.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const options = withoutDefaults({ ...cinderOptions, ...cinderAccount, ...cinderRegion, ...cinderVolumes });

/** Common options of all stores in Cinder. */
export class Cinder extends classType('glance::backend::defaults::cinder', options, {
  doc: 'Common options of all stores in Cinder: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
