import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { pick } from '../shared/index.js';
import { Deps } from './deps.js';

const { backend } = oslo.KeyManager.definition.attributes;

/** The key manager for encrypted images. */
export class KeyManager extends classType(
  'glance::key_manager',
  { backend },
  {
    doc: 'The key manager for encrypted images: [key_manager] of glance-api.conf.',
    since: 'xena',
  },
) {
  override declare(): void {
    this.include(Deps);
    const older = this.parametersOf('glance::api')?.keymgr_backend;
    new oslo.KeyManager(this, 'glance_api_config', { backend: pick(older, this.parameters.backend) });
  }
}
