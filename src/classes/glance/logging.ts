import type { Scope } from '../../catalog/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import { createLoggingParameters, declareLog as declareLogOptions } from '../openstack-service/logging.js';
import { legacyLoggingNames } from './legacy-logging.js';

/**
 * Returns the logging parameters of one of Glance's programs, with its own file below /var/log/glance.
 * @param name The file's name without its suffix.
 */
export function loggingParameters(name: string) {
  return createLoggingParameters('/var/log/glance', `/var/log/glance/${name}.log`);
}

/**
 * Declares the options of a log.
 * @param service The class whose parameters of the same name take precedence, as in Puppet; undefined if it has none.
 * @param names The parameters that do.
 */
export function declareLog(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  service?: string,
  names: readonly string[] = legacyLoggingNames,
): void {
  const values: Record<string, unknown> = { ...scope.parameters };
  for (const name of service === undefined ? [] : names)
    values[name] = resolveLegacyValue(scope, { service: String(service), until: 'rocky' }, name, name);
  declareLogOptions(scope, config, values);
}
