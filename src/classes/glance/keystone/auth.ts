import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor } from '../../../resources/index.js';
import * as keystone from '../../keystone/index.js';
import { roleParameters } from '../../openstack-service/create-identity.js';
import { Deps } from '../deps.js';
import { identityParameters } from './identity.js';
import { orderIdentity } from './order-identity.js';

/** Glance in Keystone: its user, its service, its endpoints. */
export class Auth extends classType(
  'glance::keystone::auth',
  {
    ...identityParameters({
      user: 'glance',
      service: 'glance',
      type: 'image',
      description: 'OpenStack Image Service',
      port: 9292,
    }),
    ...roleParameters,
  },
  { doc: "Glance's user, service and endpoints in Keystone." },
) {
  override declare(): void {
    this.include(Deps);
    new keystone.resource.ServiceIdentity(this, 'glance', this.parameters);
    if (isReleaseBetween(this.release, undefined, 'xena')) orderIdentity(this);
    else {
      this.chain(keystone.resource.ServiceIdentity.ref('glance')).before(Anchor.ref('glance::service::end'));
    }
  }
}
