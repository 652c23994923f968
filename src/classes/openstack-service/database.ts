import { classType, parameter, type Scope } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { replaceMysqlDriver } from '../legacy-connection.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { passOn } from '../pass-on.js';
import { adaptParameter } from '../shared/index.js';
import { databaseUrl } from './database-url.js';
import type { OpenStackService } from './openstack-service.js';

const {
  db_max_retries,
  connection_recycle_time,
  min_pool_size,
  max_pool_size,
  max_retries,
  retry_interval,
  max_overflow,
  pool_timeout,
  mysql_enable_ndb,
} = oslo.Db.definition.attributes;

/**
 * Returns the parameters of a service's database: those of `oslo::db` under longer names.
 * @param url The default of `database_connection`.
 */
export function createDatabaseParameters(
  service: string,
  url = `sqlite:///var/lib/${service}/${service}.sqlite`,
) {
  return {
    database_connection: parameter(databaseUrl, 'URL of the database.', {
      default: url,
    }),
    database_idle_timeout: adaptParameter(connection_recycle_time, {
      since: undefined,
      until: 'stein',
      became: { name: 'database_connection_recycle_time' },
    }),
    database_connection_recycle_time: adaptParameter(connection_recycle_time, { since: 'train' }),
    database_min_pool_size: adaptParameter(min_pool_size, {
      until: 'train',
      obsolete: 'oslo.db no longer has a minimum number of connections',
    }),
    database_max_pool_size: max_pool_size,
    database_max_retries: max_retries,
    database_retry_interval: retry_interval,
    database_max_overflow: max_overflow,
    database_pool_timeout: adaptParameter(pool_timeout, { since: 'rocky' }),
  } as const;
}

/** How often a failed statement is repeated; some classes of older releases do not have it. */
export const databaseRetries = { database_db_max_retries: db_max_retries } as const;

/** MySQL's cluster, which classes have since Victoria. */
export const databaseCluster = {
  mysql_enable_ndb: adaptParameter(mysql_enable_ndb, { since: 'victoria' }),
} as const;

/** The last release in which the classes of services have the parameters of their database. */
export const LAST_LEGACY_RELEASE = 'xena';

/**
 * Declares the options of a service's database.
 * @param legacyService The class that has these parameters in older releases, which take precedence, as in Puppet.
 *   @default none
 */
export function declareDatabase(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  legacyService?: string | undefined,
): void {
  const own = scope.parameters;
  const read = (name: string, olderName = name) =>
    (legacyService === undefined
      ? own[name]
      : resolveLegacyValue(
          scope,
          { service: legacyService, until: LAST_LEGACY_RELEASE },
          olderName,
          name,
        )) as string;
  const newName = Object.hasOwn(own, 'database_connection_recycle_time')
    ? 'database_connection_recycle_time'
    : undefined;
  const recycle = read(newName ?? 'database_idle_timeout', 'database_idle_timeout');
  new oslo.Db(scope, config, {
    ...(isReleaseBetween(scope.release, 'train', undefined)
      ? { connection_recycle_time: recycle }
      : { idle_timeout: recycle }),
    connection: replaceMysqlDriver(scope, legacyService, read('database_connection')),
    db_max_retries: passOn(own.database_db_max_retries),
    min_pool_size: read('database_min_pool_size'),
    max_pool_size: read('database_max_pool_size'),
    max_retries: read('database_max_retries'),
    retry_interval: read('database_retry_interval'),
    max_overflow: read('database_max_overflow'),
    pool_timeout: passOn(own.database_pool_timeout),
    mysql_enable_ndb: passOn(own.mysql_enable_ndb),
  });
}

/** How the database of one service differs from those of others. */
export interface DatabaseOptions {
  /** The default of `database_connection`. */
  readonly url?: string;
  /** The class whose parameters of the same name take precedence, as in Puppet. @default none */
  readonly legacyService?: string;
}

/** Returns the class `x::db` of a service: the options of its database. */
export function createDatabase(
  { name, title, config, deps }: OpenStackService,
  { url, legacyService }: DatabaseOptions = {},
) {
  return class extends classType(
    `${name}::db`,
    { ...createDatabaseParameters(name, url), ...databaseRetries, ...databaseCluster },
    { doc: `The database of ${title}: [database] of its configuration.` },
  ) {
    override declare(): void {
      this.include(deps);
      declareDatabase(this, config, legacyService);
    }
  };
}
