import { classType } from '../../../catalog/index.js';
import * as keystone from '../../keystone/index.js';
import { Deps } from '../deps.js';
import { glareRemoval } from '../removed-services.js';
import { identityParameters } from './identity.js';
import { orderIdentity } from './order-identity.js';

/** Glare in Keystone: its user, its service, its endpoints. */
export class GlareAuth extends classType(
  'glance::keystone::glare_auth',
  identityParameters({
    user: 'glare',
    service: 'Glance Artifacts',
    type: 'artifact',
    description: 'Glance Artifact Service',
    port: 9494,
  }),
  { doc: "Glare's user, service and endpoints in Keystone.", ...glareRemoval },
) {
  override declare(): void {
    this.include(Deps);
    new keystone.resource.ServiceIdentity(this, 'glare', this.parameters);
    orderIdentity(this);
  }
}
