import { classType } from '../../../../catalog/index.js';
import { cinderAccount, cinderOptions, cinderRegion, cinderVolumes } from '../multistore/cinder.js';
import { declareDefaults, undecided } from './defaults.js';

const options = undecided({ ...cinderOptions, ...cinderAccount, ...cinderRegion, ...cinderVolumes });

/** What all stores in Cinder have in common. */
export class Cinder extends classType('glance::backend::defaults::cinder', options, {
  doc: 'What all stores in Cinder have in common: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareDefaults(this, options);
  }
}
