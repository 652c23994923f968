import { classType } from '../../../catalog/index.js';
import { declareDatabase } from '../../openstack-service/database.js';
import { databaseParameters } from '../database.js';
import { Deps } from '../deps.js';
import { glareRemoval } from '../removed-services.js';

/** The database of Glare. */
export class Db extends classType('glance::glare::db', databaseParameters, {
  doc: 'The database of Glare: [database] of glance-glare.conf.',
  ...glareRemoval,
}) {
  override declare(): void {
    this.include(Deps);
    declareDatabase(this, 'glance_glare_config');
  }
}
