import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

const { backend } = oslo.KeyManager.definition.attributes;

/** Where Glance keeps the keys of encrypted images. */
export class KeyManager extends classType(
  'glance::key_manager',
  { backend },
  {
    doc: 'Where Glance keeps the keys of encrypted images: [key_manager] of glance-api.conf.',
    since: 'xena',
  },
) {
  override declare(): void {
    this.include(Deps);
    new oslo.KeyManager(this, 'glance_api_config', { backend: this.parameters.backend });
  }
}
