import { classType } from '../../../catalog/index.js';
import { authtokenParameters, declareAuthtoken } from '../authtoken.js';
import { Deps } from '../deps.js';
import { glareRemoval } from '../removed-services.js';

/** How Glare checks the tokens of its callers. */
export class Authtoken extends classType('glance::glare::authtoken', authtokenParameters, {
  doc: "How Glare checks its callers' tokens with Keystone: [keystone_authtoken] of glance-glare.conf.",
  ...glareRemoval,
}) {
  override declare(): void {
    this.include(Deps);
    declareAuthtoken(this, 'glance_glare_config', 'glance::glare');
  }
}
