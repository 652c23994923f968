import { classType } from '../../../catalog/index.js';
import * as keystone from '../../keystone/index.js';
import { createIdentityParameters } from '../../openstack-service/create-identity.js';
import { Deps } from '../deps.js';
import { glareRemoval } from '../removed-services.js';
import { createFormerAddresses } from './former-addresses.js';
import { orderIdentity } from './order-identity.js';

const PORT = 9494;

/** Glare in Keystone: its user, its service, its endpoints. */
export class GlareAuth extends classType(
  'glance::keystone::glare_auth',
  {
    ...createIdentityParameters({
      user: 'glare',
      service: 'Glance Artifacts',
      type: 'artifact',
      description: 'Glance Artifact Service',
      url: `http://127.0.0.1:${PORT}`,
    }),
    ...createFormerAddresses(PORT),
  },
  { doc: "Glare's user, service and endpoints in Keystone.", ...glareRemoval },
) {
  override declare(): void {
    this.include(Deps);
    new keystone.resource.ServiceIdentity(this, 'glare', this.parameters);
    orderIdentity(this);
  }
}
