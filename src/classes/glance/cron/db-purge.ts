import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { declarePurge, purgeParameters } from './purge.js';

/** Removes from the database what was deleted long ago, save the rows of images. */
export class DbPurge extends classType(
  'glance::cron::db_purge',
  purgeParameters('/var/log/glance/glance-rowsflush.log'),
  {
    doc: 'Has cron remove rows from the database that were deleted long ago.',
    since: 'victoria',
  },
) {
  override declare(): void {
    this.include(Deps);
    declarePurge(this, 'purge');
  }
}
