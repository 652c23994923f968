import { classType } from '../../../catalog/index.js';
import { journalParameters } from '../../openstack-service/logging.js';
import { Deps } from '../deps.js';
import { declareLog, loggingParameters } from '../logging.js';
import { registryRemoval } from '../removed-services.js';

/** The log of the registry. */
export class Logging extends classType(
  'glance::registry::logging',
  { ...loggingParameters('registry'), ...journalParameters },
  { doc: 'Logging of the registry.', ...registryRemoval },
) {
  override declare(): void {
    this.include(Deps);
    declareLog(this, 'glance_registry_config', 'glance::registry');
  }
}
