import { classType } from '../../catalog/index.js';
import { GlanceApiConfig } from '../../resources/index.js';
import { declareOptions, option } from '../shared/index.js';
import { Deps } from './deps.js';

const options = {
  log_dir: option('oslo_reports/log_dir', 'Directory of the reports.'),
  file_event_handler: option('oslo_reports/file_event_handler', 'File whose modification triggers a report.'),
  file_event_handler_interval: option(
    'oslo_reports/file_event_handler_interval',
    'Seconds between two checks of this file.',
  ),
};

/** Guru meditation reports of the API. */
export class Reports extends classType('glance::reports', options, {
  doc: "Guru meditation reports of the API's internal state: [oslo_reports] of glance-api.conf.",
  since: '2024.1',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, GlanceApiConfig, options);
  }
}
