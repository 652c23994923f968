import { classType } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { pick } from '../../shared/index.js';
import { Deps } from '../deps.js';

const { config: _, ...shared } = oslo.key_manager.Barbican.definition.attributes;

/** Glance's client of Barbican. */
export class Barbican extends classType('glance::key_manager::barbican', shared, {
  doc: "Glance's client of Barbican: [barbican] of glance-api.conf.",
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    const api = this.parametersOf('glance::api');
    const { barbican_endpoint, auth_endpoint, ...others } = this.parameters;
    new oslo.key_manager.Barbican(this, 'glance_api_config', {
      ...others,
      barbican_endpoint: pick(api?.keymgr_encryption_api_url, barbican_endpoint),
      auth_endpoint: pick(api?.keymgr_encryption_auth_url, auth_endpoint),
    });
  }
}
