import { classType } from '../../../catalog/index.js';
import { authtokenParameters, declareAuthtoken } from '../authtoken.js';
import { Deps } from '../deps.js';
import { registryEnded } from '../ended.js';

/** How the registry checks the tokens of its callers. */
export class Authtoken extends classType('glance::registry::authtoken', authtokenParameters, {
  doc: "How the registry checks its callers' tokens with Keystone: [keystone_authtoken] of glance-registry.conf.",
  ...registryEnded,
}) {
  override declare(): void {
    this.include(Deps);
    declareAuthtoken(this, 'glance_registry_config', 'glance::registry');
  }
}
