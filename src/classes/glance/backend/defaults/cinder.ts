import { classType } from '../../../../catalog/index.js';
import { cinderAccount, cinderOptions, cinderRegion, cinderVolumes } from '../multistore/cinder.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const options = withoutDefaults({ ...cinderOptions, ...cinderAccount, ...cinderRegion, ...cinderVolumes });

/** What all stores in Cinder have in common. */
export class Cinder extends classType('glance::backend::defaults::cinder', options, {
  doc: 'What all stores in Cinder have in common: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
