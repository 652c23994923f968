import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

/** What /healthcheck of Glance's API answers. */
export class Healthcheck extends classType('glance::healthcheck', oslo.Healthcheck.definition.attributes, {
  doc: "What /healthcheck of Glance's API answers: [healthcheck] of glance-api.conf.",
  since: 'wallaby',
}) {
  override declare(): void {
    this.include(Deps);
    new oslo.Healthcheck(this, 'glance_api_config', this.parameters);
  }
}
