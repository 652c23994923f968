import { classType } from '../../../catalog/index.js';
import { Deps } from '../deps.js';
import { legacyLoggingNames } from '../legacy-logging.js';
import { declareLog, loggingParameters } from '../logging.js';

/** The API's logging parameters apply to the cache's tools too, except for the file. */
const shared = legacyLoggingNames.filter((name) => name !== 'log_file');

/** Logging of the tools that maintain the cache. */
export class Logging extends classType('glance::cache::logging', loggingParameters('cache'), {
  doc: "Logging of the cache's tools.",
}) {
  override declare(): void {
    this.include(Deps);
    declareLog(this, 'glance_cache_config', 'glance::api', shared);
  }
}
