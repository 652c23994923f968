import { classType } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { adaptParameter } from '../shared/index.js';
import { Deps } from './deps.js';
import { legacyLoggingParameters } from './options/legacy-parameters.js';

const { syslog_log_facility, log_dir, ...shared } = oslo.Log.definition.attributes;

/** `keystone::logging`: logging of Keystone. */
export class Logging extends classType(
  'keystone::logging',
  {
    ...shared,
    log_facility: syslog_log_facility,
    log_dir: adaptParameter(log_dir, { default: '/var/log/keystone' }),
  },
  { doc: 'Logging of Keystone.' },
) {
  override declare(): void {
    this.include(Deps);
    const { log_facility, ...parameters } = { ...this.parameters, ...this.#legacy() };
    new oslo.Log(this, 'keystone_config', { ...parameters, syslog_log_facility: log_facility });
  }

  /** Returns the logging parameters of `keystone`, without file and directory in releases whose class ignores them. */
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
