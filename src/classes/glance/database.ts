import { parameter, type Scope } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { replaceMysqlDriver } from '../legacy-connection.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { passOn } from '../pass-on.js';
import { adaptParameter } from '../tables/index.js';
import { databaseUrl } from './database-url.js';

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

/** How a service of Glance uses its database: `oslo::db` under longer names. */
export const databaseParameters = {
  database_connection: parameter(databaseUrl, 'URL of the database.', {
    default: 'sqlite:///var/lib/glance/glance.sqlite',
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

/** Parameters that the API's database has later than the registry's. */
export const databaseRetries = { database_db_max_retries: db_max_retries } as const;

/** Parameters that the registry's database never had. */
export const databaseCluster = {
  mysql_enable_ndb: adaptParameter(mysql_enable_ndb, { since: 'victoria' }),
} as const;

/**
 * Declares the options of a service's database.
 * @param service The class whose parameters of the same name take precedence, as in Puppet; undefined if it has none.
 */
export function declareDatabase(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  service?: string,
): void {
  const own = scope.parameters;
  const value = (name: string, older = name) =>
    (service === undefined
      ? own[name]
      : resolveLegacyValue(scope, { service, until: 'xena' }, older, name)) as string;
  const newName = Object.hasOwn(own, 'database_connection_recycle_time')
    ? 'database_connection_recycle_time'
    : undefined;
  const recycle = value(newName ?? 'database_idle_timeout', 'database_idle_timeout');
  new oslo.Db(scope, config, {
    ...(isReleaseBetween(scope.release, 'train', undefined)
      ? { connection_recycle_time: recycle }
      : { idle_timeout: recycle }),
    connection: replaceMysqlDriver(scope, service, value('database_connection')),
    db_max_retries: passOn(own.database_db_max_retries),
    min_pool_size: value('database_min_pool_size'),
    max_pool_size: value('database_max_pool_size'),
    max_retries: value('database_max_retries'),
    retry_interval: value('database_retry_interval'),
    max_overflow: value('database_max_overflow'),
    pool_timeout: passOn(own.database_pool_timeout),
    mysql_enable_ndb: passOn(own.mysql_enable_ndb),
  });
}
