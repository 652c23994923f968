import { classType } from '../../../catalog/index.js';
import { databaseCluster, databaseRetries, declareDatabase } from '../../openstack-service/database.js';
import { adaptParameter } from '../../shared/index.js';
import { databaseParameters } from '../database.js';
import { Deps } from '../deps.js';

/** The database of the API. */
export class Db extends classType(
  'glance::api::db',
  {
    ...databaseParameters,
    database_db_max_retries: adaptParameter(databaseRetries.database_db_max_retries, { since: 'pike' }),
    ...databaseCluster,
  },
  { doc: 'The database of the API: [database] of glance-api.conf.' },
) {
  override declare(): void {
    this.include(Deps);
    declareDatabase(this, 'glance_api_config', 'glance::api');
  }
}
