import { classType } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { Deps } from '../deps.js';

const { config: _, ...shared } = oslo.key_manager.Barbican.definition.attributes;

/** How Glance asks Barbican for keys. */
export class Barbican extends classType('glance::key_manager::barbican', shared, {
  doc: 'How Glance asks Barbican for keys: [barbican] of glance-api.conf.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    new oslo.key_manager.Barbican(this, 'glance_api_config', this.parameters);
  }
}
