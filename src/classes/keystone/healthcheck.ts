import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

/** `keystone::healthcheck`: the health check of Keystone. */
export class Healthcheck extends classType('keystone::healthcheck', oslo.Healthcheck.definition.attributes, {
  doc: 'The health check of Keystone, for load balancers.',
  since: 'wallaby',
}) {
  override declare(): void {
    this.include(Deps);
    new oslo.Healthcheck(this, 'keystone_config', this.parameters);
  }
}
