import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { legacyLoggingNames } from '../legacy-logging.js';
import { declareLog, loggingParameters } from '../logging.js';

/** What the API's own parameters say of the log holds for the cache's tools too, save the file. */
const shared = legacyLoggingNames.filter((name) => name !== 'log_file');

/** The log of the tools that look after the cache. */
export class Logging extends classType('glance::cache::logging', loggingParameters('cache'), {
  doc: "What the cache's tools log, how and where.",
}) {
  override declare(): void {
    this.include(Deps);
    declareLog(this, 'glance_cache_config', 'glance::api', shared);
  }
}
