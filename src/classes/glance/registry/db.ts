import { classType } from '../../../catalog/index.js';
import { databaseRetries, declareDatabase } from '../../openstack-service/database.js';
import { databaseParameters } from '../database.js';
import { Deps } from '../deps.js';
import { registryRemoval } from '../removed-services.js';

/** The database of the registry. */
export class Db extends classType(
  'glance::registry::db',
  { ...databaseParameters, ...databaseRetries },
  {
    doc: 'The database of the registry: [database] of glance-registry.conf.',
    ...registryRemoval,
  },
) {
  override declare(): void {
    this.include(Deps);
    declareDatabase(this, 'glance_registry_config', 'glance::registry');
  }
}
