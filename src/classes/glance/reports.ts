import { classType } from '../../catalog/index.js';
import { GlanceApiConfig } from '../../resources/index.js';
import { declareOptions, option } from '../tables/index.js';
import { Deps } from './deps.js';

const options = {
  log_dir: option('oslo_reports/log_dir', 'Directory of the reports.'),
  file_event_handler: option('oslo_reports/file_event_handler', 'File whose change asks for a report.'),
  file_event_handler_interval: option(
    'oslo_reports/file_event_handler_interval',
    'Seconds between two looks at it.',
  ),
};

/** Reports of what goes on inside of the API. */
export class Reports extends classType('glance::reports', options, {
  doc: 'Reports of what goes on inside of the API: [oslo_reports] of glance-api.conf.',
  since: '2024.1',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, GlanceApiConfig, options);
  }
}
