import { isReleaseBetween } from '../../data/releases.js';
import { resolveLegacyValue } from '../legacy-value.js';
import { createLogging } from '../openstack-service/logging.js';
import { keystoneService } from './keystone-service.js';
import { legacyLoggingParameters } from './options/legacy-parameters.js';

/** `keystone::logging`: logging of Keystone. */
export class Logging extends createLogging(keystoneService, (scope) => {
  // In these releases Puppet's class has the parameters for file and directory, and ignores them.
  const ignoresFile = isReleaseBetween(scope.release, 'stein', 'zed');
  const values = Object.entries(legacyLoggingParameters).flatMap(([name, { until }]) =>
    ignoresFile && until === 'zed'
      ? []
      : [[name, resolveLegacyValue(scope, { service: 'keystone', until: 'rocky' }, name, name)] as const],
  );
  return Object.fromEntries(values);
}) {}
