import type { Scope } from '../catalog/index.js';
import { isReleaseBetween } from '../data/releases.js';
import { reveal } from '../secrets/secret.js';
import { derive } from './shared/index.js';

/**
 * Returns the connection with a current driver, if the manifest is for an older release: the driver for `mysql://` does
 * not exist for Python 3, so the driver that the services' packages depend on replaces it.
 */
export function replaceMysqlDriver(scope: Scope, service: string | undefined, connection: unknown): string {
  const older = service === undefined ? undefined : scope.parametersOf(service)?.database_connection;
  const isOlder =
    older !== undefined && older === connection && isReleaseBetween(scope.release, 'yoga', undefined);
  if (!isOlder || !String(reveal(connection)).startsWith('mysql://')) return connection as string;
  scope.warn(
    "the connection begins with 'mysql://', whose default driver does not exist for Python 3: using PyMySQL",
    "write 'mysql+pymysql://'",
  );
  return derive(connection, (url) => String(url).replace('mysql://', 'mysql+pymysql://')) as string;
}
