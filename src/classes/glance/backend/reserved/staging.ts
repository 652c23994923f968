import { classType } from '../../../../catalog/index.js';
import { GlanceApiConfig } from '../../../../resources/index.js';
import { declareOptions } from '../../../tables/index.js';
import { reservedOptions } from './reserved-store.js';

/** Where uploaded data waits until it is imported. */
export class Staging extends classType('glance::backend::reserved::staging', reservedOptions, {
  doc: 'Where uploaded data waits until it is imported: [os_glance_staging_store] of glance-api.conf.',
  since: 'zed',
}) {
  override declare(): void {
    declareOptions(this, GlanceApiConfig, reservedOptions, { section: 'os_glance_staging_store' });
  }
}
