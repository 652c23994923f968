import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { declarePurge, purgeParameters } from './purge.js';

/** Removes the rows of images from the database that were deleted long ago. */
export class DbPurgeImagesTable extends classType(
  'glance::cron::db_purge_images_table',
  purgeParameters('/var/log/glance/glance-images-rowsflush.log'),
  {
    doc: 'Has cron remove the rows of images from the database that were deleted long ago.',
    since: 'victoria',
  },
) {
  override declare(): void {
    this.include(Deps);
    declarePurge(this, 'purge_images_table');
  }
}
