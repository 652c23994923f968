import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor } from '../../../resources/index.js';
import { authtokenParameters, declareAuthtoken } from '../authtoken.js';
import { Deps } from '../deps.js';

/** How the API checks the tokens of its callers. */
export class Authtoken extends classType('glance::api::authtoken', authtokenParameters, {
  doc: "How the API checks its callers' tokens with Keystone: [keystone_authtoken] of glance-api.conf.",
}) {
  override declare(): void {
    this.include(Deps);
    const check = declareAuthtoken(this, 'glance_api_config', 'glance::api');
    if (isReleaseBetween(this.release, '2024.1', undefined))
      this.chain(check).before(Anchor.ref('glance::config::end'));
  }
}
