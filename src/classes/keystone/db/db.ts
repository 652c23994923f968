import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { reveal } from '../../../secrets/secret.js';
import { replaceMysqlDriver } from '../../legacy-connection.js';
import { resolveLegacyValue } from '../../legacy-value.js';
import * as oslo from '../../oslo/index.js';
import { adaptParameter } from '../../shared/index.js';
import { Deps } from '../deps.js';

const table = oslo.Db.definition.attributes;

/** `keystone::db`: Keystone's database. */
export class Db extends classType(
  'keystone::db',
  {
    database_connection: adaptParameter(table.connection, {
      default: 'sqlite:////var/lib/keystone/keystone.sqlite',
    }),
    database_connection_recycle_time: table.connection_recycle_time,
    database_idle_timeout: adaptParameter(table.idle_timeout, {
      became: { name: 'database_connection_recycle_time' },
    }),
    database_min_pool_size: table.min_pool_size,
    database_max_pool_size: table.max_pool_size,
    database_max_retries: table.max_retries,
    database_retry_interval: table.retry_interval,
    database_max_overflow: table.max_overflow,
    database_pool_timeout: table.pool_timeout,
    database_db_max_retries: table.db_max_retries,
    mysql_enable_ndb: table.mysql_enable_ndb,
  },
  { doc: "Keystone's database: [database] of keystone.conf." },
) {
  override declare(): void {
    this.include(Deps);
    const { mysql_enable_ndb, ...prefixed } = this.parameters;
    const parameters = Object.fromEntries(
      Object.keys(prefixed).map((name) => [name.slice('database_'.length), this.#value(name)]),
    );
    this.#checkUrl(parameters.connection);
    new oslo.Db(this, 'keystone_config', { ...parameters, mysql_enable_ndb });
  }

  /** The database parameters of `keystone` take precedence, as in Puppet. */
  #value(name: string): unknown {
    const older = name === 'database_connection_recycle_time' ? 'database_idle_timeout' : name;
    const value = resolveLegacyValue(this, { service: 'keystone', until: 'xena' }, older, name);
    return name === 'database_connection' ? replaceMysqlDriver(this, 'keystone', value) : value;
  }

  /** Keystone passes the URL to alembic unchanged, and alembic reads a percent sign as the start of a variable. */
  #checkUrl(url: unknown): void {
    if (!String(reveal(url)).includes('%')) return;
    if (!isReleaseBetween(this.release, 'yoga', 'zed')) return;
    this.reportError(
      `the 'keystone-manage db_sync' of ${this.release} fails where a percent sign stands in the URL of the database`,
      'choose a password that a URL has as it is: letters, digits, and any of - . _ ~',
      'database_connection',
    );
  }
}
