import { classType } from '../../catalog/index.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../resources/index.js';
import { declareOptions, option } from '../shared/index.js';
import { Deps } from './deps.js';

const options = {
  lock_path: option('os_brick/lock_path', 'Directory of lock files that services on this host share.'),
  wait_mpath_device_attempts: option(
    'os_brick/wait_mpath_device_attempts',
    'Number of attempts to find a multipath device.',
  ),
  wait_mpath_device_interval: option(
    'os_brick/wait_mpath_device_interval',
    'Seconds between two of those attempts.',
  ),
};

/** How volumes are attached to this host. */
export class OsBrick extends classType('glance::os_brick', options, {
  doc: 'How volumes of Cinder are attached to this host: [os_brick] of glance-api.conf.',
  since: '2024.2',
}) {
  override declare(): void {
    this.include(Deps);
    for (const type of [GlanceApiConfig, GlanceCacheConfig]) declareOptions(this, type, options);
  }
}
