import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

/** The health check of Glance's API. */
export class Healthcheck extends classType('glance::healthcheck', oslo.Healthcheck.definition.attributes, {
  doc: "The health check of Glance's API, /healthcheck: [healthcheck] of glance-api.conf.",
  since: 'wallaby',
}) {
  override declare(): void {
    this.include(Deps);
    new oslo.Healthcheck(this, 'glance_api_config', this.parameters);
  }
}
