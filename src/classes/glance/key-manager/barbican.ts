import { classType } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { pick } from '../../tables/index.js';
import { Deps } from '../deps.js';

const { config: _, ...shared } = oslo.key_manager.Barbican.definition.attributes;

/** How Glance asks Barbican for keys. */
export class Barbican extends classType('glance::key_manager::barbican', shared, {
  doc: 'How Glance asks Barbican for keys: [barbican] of glance-api.conf.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    const api = this.parametersOf('glance::api');
    const { barbican_endpoint, auth_endpoint, ...others } = this.parameters;
    new oslo.key_manager.Barbican(this, 'glance_api_config', {
      ...others,
      barbican_endpoint: pick(api?.keymgr_encryption_api_url as string | undefined, barbican_endpoint),
      auth_endpoint: pick(api?.keymgr_encryption_auth_url as string | undefined, auth_endpoint),
    });
  }
}
