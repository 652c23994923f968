import { isReleaseBetween } from '../../../data/releases.js';
import * as keystone from '../../keystone/index.js';
import { findAnchor } from '../../openstack-service/declare-order.js';
import { createProgramAuthtoken } from '../authtoken.js';

/** How the API checks the tokens of its callers. */
export class Authtoken extends createProgramAuthtoken('api') {
  override declare(): void {
    super.declare();
    if (!isReleaseBetween(this.release, '2024.1', undefined)) return;
    this.chain(keystone.resource.Authtoken.ref('glance_api_config')).before(
      findAnchor('glance', 'config::end'),
    );
  }
}
