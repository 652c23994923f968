import { classType } from '../../../catalog/index.js';
import { declareJob, jobParameters } from './job.js';

/** Reduces the cache to its maximum size, with glance-cache-pruner. */
export class Pruner extends classType('glance::cache::pruner', jobParameters('*/30', '*'), {
  doc: 'Runs glance-cache-pruner by cron, which reduces the cache to its maximum size.',
}) {
  override declare(): void {
    declareJob(this, 'glance-cache-pruner');
  }
}
