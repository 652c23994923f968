import { classType } from '../../../catalog/index.js';
import { declareJob, jobParameters } from './job.js';

/** Removes what the cache began and never finished, with glance-cache-cleaner. */
export class Cleaner extends classType('glance::cache::cleaner', jobParameters('1', '0'), {
  doc: 'Has cron run glance-cache-cleaner, which removes what the cache began and never finished.',
}) {
  override declare(): void {
    declareJob(this, 'glance-cache-cleaner');
  }
}
