import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { declarePurge, purgeParameters } from './purge.js';

/** Purges the rows of deleted images from the database. */
export class DbPurgeImagesTable extends classType(
  'glance::cron::db_purge_images_table',
  purgeParameters('/var/log/glance/glance-images-rowsflush.log'),
  {
    doc: 'Purges the rows of deleted images from the database by cron.',
    since: 'victoria',
  },
) {
  override declare(): void {
    this.include(Deps);
    declarePurge(this, 'purge_images_table');
  }
}
