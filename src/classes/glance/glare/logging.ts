import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { declareLog, loggingParameters } from '../logging.js';
import { glareRemoval } from '../removed-services.js';

/** The log of Glare. */
export class Logging extends classType('glance::glare::logging', loggingParameters('glare'), {
  doc: 'Logging of Glare.',
  ...glareRemoval,
}) {
  override declare(): void {
    this.include(Deps);
    declareLog(this, 'glance_glare_config');
  }
}
