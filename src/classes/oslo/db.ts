import { anything, boolean, definedType, parameter, string } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Package } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { passOn } from '../pass-on.js';
import { declareOptions, findConfigType, isServiceDefault, option } from '../shared/index.js';
import { Params } from './params.js';

const table = {
  config: parameter(string, 'The configuration type, if it is not the title.', {
    since: 'victoria',
  }),
  config_group: parameter(string, 'The section of the options.', { since: 'train', default: 'database' }),
  sqlite_db: option('sqlite_db', 'The SQLite file, if no connection is given.', { until: 'ocata' }),
  sqlite_synchronous: option('sqlite_synchronous', 'Whether SQLite waits for the disk.'),
  backend: option('backend', 'The database library.'),
  manage_backend_package: parameter(boolean, "Whether the database's driver is installed.", {
    default: true,
    since: 'rocky',
  }),
  backend_package_ensure: parameter(anything, "The state of the driver's package.", {
    default: 'present',
    since: 'rocky',
  }),
  connection: option('connection', 'URL of the database: `mysql+pymysql://user:password@host/name`.', {
    secret: true,
  }),
  slave_connection: option('slave_connection', 'A second database for reads only.', { secret: true }),
  mysql_sql_mode: option('mysql_sql_mode', 'The SQL mode of MySQL sessions.'),
  idle_timeout: option('idle_timeout', 'Seconds after which a connection is replaced.', {
    until: 'stein',
    became: 'connection_recycle_time',
  }),
  connection_recycle_time: option(
    'connection_recycle_time',
    'Seconds after which a connection is replaced.',
    {
      since: 'train',
    },
  ),
  min_pool_size: option('min_pool_size', 'Minimum number of open connections.', {
    until: 'train',
    obsolete: 'oslo.db no longer has a minimum number of connections',
  }),
  max_pool_size: option('max_pool_size', 'Maximum number of open connections.'),
  max_retries: option('max_retries', 'Maximum number of connection attempts at startup; -1 for no limit.'),
  retry_interval: option('retry_interval', 'Seconds between two connection attempts.'),
  max_overflow: option('max_overflow', 'Maximum number of connections beyond the pool.'),
  connection_debug: option('connection_debug', 'Log verbosity of SQLAlchemy, 0 to 100.'),
  connection_trace: option(
    'connection_trace',
    'Whether the Python stack is added to SQL statements, as comments.',
  ),
  pool_timeout: option('pool_timeout', 'Seconds to wait for a free connection.'),
  use_db_reconnect: option('use_db_reconnect', 'Whether a lost connection is opened again.'),
  db_retry_interval: option('db_retry_interval', 'Seconds between two attempts of a transaction.'),
  db_inc_retry_interval: option('db_inc_retry_interval', 'Whether the interval increases with each attempt.'),
  db_max_retry_interval: option('db_max_retry_interval', 'Maximum seconds between two attempts.'),
  db_max_retries: option('db_max_retries', 'Maximum number of attempts of a transaction; -1 for no limit.'),
  use_tpool: option('use_tpool', 'Whether the database is accessed from threads; experimental.', {
    until: 'yoga',
  }),
  mysql_enable_ndb: option('mysql_enable_ndb', "Whether tables are created for MySQL's NDB cluster.", {
    since: 'victoria',
  }),
};

/** `oslo::db`: the options of oslo.db, and the package of the database's driver. */
export class Db extends definedType('oslo::db', table, {
  doc: 'The database of a service (oslo.db).',
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
    declareOptions(this, findConfigType(this, String(config)), table, { section: String(config_group) });
  }

  /** Rejects an invalid connection without quoting it, because it may contain a password. */
  #dialectOf(uri: string): string {
    const known = compareReleases(this.release, 'train') < 0 ? older : current;
    const match = known.exec(uri);
    if (match?.[1] === undefined) {
      const scheme = /^[a-z+0-9]+(?=:\/\/)/i.exec(uri)?.[0];
      const form = scheme === undefined ? 'a string of another form' : `one that begins with '${scheme}://'`;
      return this.fail(
        `connection must be a database's URI, not ${form}`,
        'write sqlite:///path, mysql+pymysql://user:password@host/name or postgresql://user:password@host/name',
      );
    }
    return match[1];
  }

  /** Drivers with their own modules, `mysql::bindings` and `postgresql::lib::python`, are declared by those. */
  #installDriver(uri: string, dialect: string): void {
    const { packages } = this.include(Params);
    if (uri.startsWith('mysql+pymysql')) this.#ensureDriver(packages.pymysql);
    else if (dialect === 'mongodb') this.#ensureDriver(packages.pymongo);
    else if (dialect === 'sqlite') this.#ensureDriver(packages.sqlite);
  }

  #ensureDriver(name: string | undefined): void {
    if (name === undefined || this.has(Package.ref(name))) return;
    const title = compareReleases(this.release, 'queens') < 0 ? 'db_backend_package' : name;
    // Several services share a driver, and a package is also identified by its name.
    if (this.find(Package, title)?.given.name === name) return;
    const { backend_package_ensure: ensure = 'present' } = this.parameters;
    this.ensureResource(Package, title, { ensure: passOn(ensure), name, tag: 'openstack' });
  }
}

const current =
  /^(sqlite|mysql|postgresql)(?:(?<=mysql)\+pymysql|(?<=postgresql)\+psycopg2)?:\/\/(?:\S+:\S+@\S+\/\S+)?/;
const older = /^(sqlite|mysql|postgresql|mongodb)(?:(?<=mysql)\+pymysql)?:\/\/(?:\S+:\S+@\S+\/\S+)?/;
