import { classType } from '../../../catalog/index.js';
import { authtokenParameters, declareAuthtoken } from '../authtoken.js';
import { Deps } from '../deps.js';
import { registryRemoval } from '../removed-services.js';

/** How the registry checks the tokens of its callers. */
export class Authtoken extends classType('glance::registry::authtoken', authtokenParameters, {
  doc: "How the registry checks its callers' tokens with Keystone: [keystone_authtoken] of glance-registry.conf.",
  ...registryRemoval,
}) {
  override declare(): void {
    this.include(Deps);
    declareAuthtoken(this, 'glance_registry_config', 'glance::registry');
  }
}
