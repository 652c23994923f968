import { classType } from '../../../catalog/index.js';
import { declareJob, jobParameters } from './job.js';

/** Removes incomplete entries from the cache, with glance-cache-cleaner. */
export class Cleaner extends classType('glance::cache::cleaner', jobParameters('1', '0'), {
  doc: 'Runs glance-cache-cleaner by cron, which removes incomplete entries from the cache.',
}) {
  override declare(): void {
    declareJob(this, 'glance-cache-cleaner');
  }
}
