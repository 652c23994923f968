import { classType } from '../../../catalog/index.js';
import { declareJob, jobParameters } from './job.js';

/** Cuts the cache down to its size, with glance-cache-pruner. */
export class Pruner extends classType('glance::cache::pruner', jobParameters('*/30', '*'), {
  doc: 'Has cron run glance-cache-pruner, which cuts the cache down to its size.',
}) {
  override declare(): void {
    declareJob(this, 'glance-cache-pruner');
  }
}
