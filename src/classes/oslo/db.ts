import { anything, boolean, definedType, parameter, string } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Package } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { configType, declareOptions, isServiceDefault, option } from '../tables/index.js';
import { Params } from './params.js';

const table = {
  config: parameter(string, 'The configuration type that is written, where it is not the title.', {
    since: 'victoria',
  }),
  config_group: parameter(string, 'The section of the options.', { since: 'train', default: 'database' }),
  sqlite_db: option('sqlite_db', 'The file of SQLite, where no connection is given.', { until: 'ocata' }),
  sqlite_synchronous: option('sqlite_synchronous', 'Whether SQLite waits for the disk.'),
  backend: option('backend', 'The library that talks to the database.'),
  manage_backend_package: parameter(boolean, "Whether the database's driver is installed.", {
    default: true,
    since: 'rocky',
  }),
  backend_package_ensure: parameter(anything, "The state of the driver's package.", {
    default: 'present',
    since: 'rocky',
  }),
  connection: option(
    'connection',
    'Where the database is and who asks: `mysql+pymysql://user:password@host/name`.',
    {
      secret: true,
    },
  ),
  slave_connection: option('slave_connection', 'A second database for reading alone.', { secret: true }),
  mysql_sql_mode: option('mysql_sql_mode', 'The SQL mode of MySQL sessions.'),
  idle_timeout: option('idle_timeout', 'Seconds after which a connection is made anew.', {
    until: 'stein',
    became: 'connection_recycle_time',
  }),
  connection_recycle_time: option(
    'connection_recycle_time',
    'Seconds after which a connection is made anew.',
    {
      since: 'train',
    },
  ),
  min_pool_size: option('min_pool_size', 'Connections that are kept open at least.', {
    until: 'train',
    obsolete: 'no least number of connections is kept any more',
  }),
  max_pool_size: option('max_pool_size', 'Connections that are kept open at most.'),
  max_retries: option('max_retries', 'How often connecting is tried at the start; -1 for ever.'),
  retry_interval: option('retry_interval', 'Seconds between two tries of connecting.'),
  max_overflow: option('max_overflow', 'Connections beyond the pool that a peak may open.'),
  connection_debug: option('connection_debug', 'How much SQLAlchemy logs, 0 to 100.'),
  connection_trace: option('connection_trace', 'Puts the Python stack into SQL statements, as comments.'),
  pool_timeout: option('pool_timeout', 'Seconds to wait for a free connection.'),
  use_db_reconnect: option('use_db_reconnect', 'Tries again when a connection is lost.'),
  db_retry_interval: option('db_retry_interval', 'Seconds between two tries of a transaction.'),
  db_inc_retry_interval: option('db_inc_retry_interval', 'Each further try waits longer.'),
  db_max_retry_interval: option('db_max_retry_interval', 'Longest wait between two tries, in seconds.'),
  db_max_retries: option('db_max_retries', 'How often a transaction is tried; -1 for ever.'),
  use_tpool: option('use_tpool', 'Talks to the database from threads; experimental.', { until: 'yoga' }),
  mysql_enable_ndb: option('mysql_enable_ndb', "Makes tables fit MySQL's NDB cluster.", {
    since: 'victoria',
  }),
};

/** `oslo::db`: the options of oslo.db, and the package of the database's driver. */
export class Db extends definedType('oslo::db', table, {
  doc: 'Where the database is, and how it is used (oslo.db).',
}) {
  override declare(): void {
    this.include(Params);
    const {
      config = this.title,
      connection,
      config_group = 'database',
      manage_backend_package = true,
    } = this.parameters;
    if (!isServiceDefault(connection)) {
      const uri = String(reveal(connection));
      const dialect = this.#dialectOf(uri);
      if (manage_backend_package === true) this.#installDriver(uri, dialect);
    }
    declareOptions(this, configType(this, String(config)), table, { section: String(config_group) });
  }

  /** Refuses what is no connection, without saying what it is: a password may be in it. */
  #dialectOf(uri: string): string {
    const known = compareReleases(this.release, 'train') < 0 ? older : current;
    const match = known.exec(uri);
    if (match?.[1] === undefined) {
      const scheme = /^[a-z+0-9]+(?=:\/\/)/i.exec(uri)?.[0];
      const form = scheme === undefined ? 'a text of another form' : `one that begins with '${scheme}://'`;
      return this.fail(
        `connection must be a database's URI, not ${form}`,
        'write sqlite:///path, mysql+pymysql://user:password@host/name or postgresql://user:password@host/name',
      );
    }
    return match[1];
  }

  /** Drivers that are modules' of their own, `mysql::bindings` and `postgresql::lib::python`, are left to those. */
  #installDriver(uri: string, dialect: string): void {
    const { packages } = this.include(Params);
    if (uri.startsWith('mysql+pymysql')) this.#ensureDriver(packages.pymysql);
    else if (dialect === 'mongodb') this.#ensureDriver(packages.pymongo);
    else if (dialect === 'sqlite') this.#ensureDriver(packages.sqlite);
  }

  #ensureDriver(name: string | undefined): void {
    if (name === undefined || this.has(Package.ref(name))) return;
    const title = compareReleases(this.release, 'queens') < 0 ? 'db_backend_package' : name;
    // Several services share a driver, and Puppet knows a package by its name too.
    if (this.find(Package, title)?.given.name === name) return;
    const { backend_package_ensure: ensure = 'present' } = this.parameters;
    this.declareUnlessThere(Package, title, { ensure: ensure as string, name, tag: 'openstack' });
  }
}

const current =
  /^(sqlite|mysql|postgresql)(?:(?<=mysql)\+pymysql|(?<=postgresql)\+psycopg2)?:\/\/(?:\S+:\S+@\S+\/\S+)?/;
const older = /^(sqlite|mysql|postgresql|mongodb)(?:(?<=mysql)\+pymysql)?:\/\/(?:\S+:\S+@\S+\/\S+)?/;
