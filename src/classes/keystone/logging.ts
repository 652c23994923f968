import { classType } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';
import { legacyLoggingParameters } from './options/legacy-parameters.js';

const { syslog_log_facility, log_dir, ...shared } = oslo.Log.definition.attributes;

/** `keystone::logging`: what Keystone logs, how and where. */
export class Logging extends classType(
  'keystone::logging',
  { ...shared, log_facility: syslog_log_facility, log_dir: { ...log_dir, default: '/var/log/keystone' } },
  { doc: 'What Keystone logs, how and where.' },
) {
  override declare(): void {
    this.include(Deps);
    const { log_facility, ...parameters } = { ...this.parameters, ...this.#legacy() };
    new oslo.Log(this, 'keystone_config', { ...parameters, syslog_log_facility: log_facility });
  }

  /** What `keystone` itself says of the log; of its file and directory nothing while Puppet's class did not listen. */
  #legacy(): Readonly<Record<string, string>> {
    const deaf = isReleaseBetween(this.release, 'stein', 'zed');
    const values = Object.entries(legacyLoggingParameters).flatMap(([name, { until }]) =>
      deaf && until === 'zed'
        ? []
        : [[name, resolveLegacyValue(this, { service: 'keystone', until: 'rocky' }, name, name)] as const],
    );
    return Object.fromEntries(values) as Readonly<Record<string, string>>;
  }
}
