import { classType } from '../../../../catalog/index.js';
import { GlanceApiConfig } from '../../../../resources/index.js';
import { declareOptions } from '../../../tables/index.js';
import { reservedOptions } from './reserved-store.js';

/** Where tasks keep what they work on. */
export class Tasks extends classType('glance::backend::reserved::tasks', reservedOptions, {
  doc: 'Where tasks keep what they work on: [os_glance_tasks_store] of glance-api.conf.',
  since: 'zed',
}) {
  override declare(): void {
    declareOptions(this, GlanceApiConfig, reservedOptions, { section: 'os_glance_tasks_store' });
  }
}
