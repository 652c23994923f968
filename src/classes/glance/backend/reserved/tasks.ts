import { classType } from '../../../../catalog/index.js';
import { GlanceApiConfig } from '../../../../resources/index.js';
import { declareOptions } from '../../../shared/index.js';
import { reservedOptions } from './reserved-store.js';

/** The store for the data of tasks. */
export class Tasks extends classType('glance::backend::reserved::tasks', reservedOptions, {
  doc: 'The store for the data of tasks: [os_glance_tasks_store] of glance-api.conf.',
  since: 'zed',
}) {
  override declare(): void {
    declareOptions(this, GlanceApiConfig, reservedOptions, { section: 'os_glance_tasks_store' });
  }
}
