import { classType } from '../../../../catalog/index.js';
import { GlanceApiConfig } from '../../../../resources/index.js';
import { declareOptions } from '../../../shared/index.js';
import { reservedOptions } from './reserved-store.js';

/** The staging store of uploaded data before its import. */
export class Staging extends classType('glance::backend::reserved::staging', reservedOptions, {
  doc: 'The staging store of uploaded data before its import: [os_glance_staging_store] of glance-api.conf.',
  since: 'zed',
}) {
  override declare(): void {
    declareOptions(this, GlanceApiConfig, reservedOptions, { section: 'os_glance_staging_store' });
  }
}
