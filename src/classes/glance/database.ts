import type { Scope } from '../../catalog/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import {
  createDatabaseParameters,
  declareDatabase as declareOptions,
} from '../openstack-service/database.js';

/** The parameters of the database of one of Glance's services. */
export const databaseParameters = createDatabaseParameters('glance');

/**
 * Declares the options of a service's database.
 * @param service The class whose parameters of the same name take precedence, as in Puppet; undefined if it has none.
 */
export function declareDatabase(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  service?: string,
): void {
  if (service === undefined) declareOptions(scope, config);
  else
    declareOptions(scope, config, {
      legacyService: service,
      readValue: (name, olderName) => resolveLegacyValue(scope, { service, until: 'xena' }, olderName, name),
    });
}
