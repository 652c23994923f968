import { classType } from '../../../catalog/index.js';
import { journalParameters } from '../../openstack-service/logging.js';
import { Deps } from '../deps.js';
import { declareLog, loggingParameters } from '../logging.js';

/** The log of the API. */
export class Logging extends classType(
  'glance::api::logging',
  { ...loggingParameters('api'), ...journalParameters },
  { doc: 'Logging of the API.' },
) {
  override declare(): void {
    this.include(Deps);
    declareLog(this, 'glance_api_config', 'glance::api');
  }
}
