import type { Scope } from '../catalog/index.js';
import { isReleaseBetween } from '../data/releases.js';
import { reveal } from '../secrets/secret.js';
import { derive } from './tables/index.js';

/**
 * The connection of a manifest for an older release: Python's driver for `mysql://` ended with Python 2, so the one
 * that the services' packages bring takes its place.
 */
export function replaceMysqlDriver(scope: Scope, service: string | undefined, connection: unknown): string {
  const older = service === undefined ? undefined : scope.parametersOf(service)?.database_connection;
  const isOlder =
    older !== undefined && older === connection && isReleaseBetween(scope.release, 'yoga', undefined);
  if (!isOlder || !String(reveal(connection)).startsWith('mysql://')) return connection as string;
  scope.warn(
    "a connection that begins with 'mysql://' names no driver, and the one that was meant is gone: PyMySQL is used",
    "write 'mysql+pymysql://'",
  );
  return derive(connection, (url) => String(url).replace('mysql://', 'mysql+pymysql://')) as string;
}
