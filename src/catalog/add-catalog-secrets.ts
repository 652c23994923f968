import type { Redactor } from '../secrets/redactor.js';
import { findSecrets } from '../secrets/secret.js';
import type { CatalogResource } from './catalog.js';

/**
 * Returns a redactor that knows every secret of a catalog, including those that are nested in the parameters of
 * classes.
 */
export function addCatalogSecrets(redactor: Redactor, resources: readonly CatalogResource[]): Redactor {
  for (const { desired, parameters } of resources) {
    for (const secret of [...findSecrets(desired), ...findSecrets(parameters)]) redactor.add(secret);
  }
  return redactor;
}
