import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { declarePurge, purgeParameters } from './purge.js';

/** Purges deleted rows from the database, except the rows of images. */
export class DbPurge extends classType(
  'glance::cron::db_purge',
  purgeParameters('/var/log/glance/glance-rowsflush.log'),
  {
    doc: 'Purges deleted rows from the database by cron.',
    since: 'victoria',
  },
) {
  override declare(): void {
    this.include(Deps);
    declarePurge(this, 'purge');
  }
}
