import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

const { syslog_log_facility, log_dir, ...shared } = oslo.Log.definition.attributes;

/** `keystone::logging`: what Keystone logs, how and where. */
export class Logging extends classType(
  'keystone::logging',
  { ...shared, log_facility: syslog_log_facility, log_dir: { ...log_dir, default: '/var/log/keystone' } },
  { doc: 'What Keystone logs, how and where.' },
) {
  override declare(): void {
    this.include(Deps);
    const { log_facility, ...parameters } = this.parameters;
    new oslo.Log(this, 'keystone_config', { ...parameters, syslog_log_facility: log_facility });
  }
}
