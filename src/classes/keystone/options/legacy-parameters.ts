import { anything, parameter } from '../../../catalog/index.js';
import { optionValue, passwordText, secretText } from '../../tables/index.js';

const databaseParameter = (doc: string, now: string) =>
  parameter(optionValue, doc, {
    until: 'xena',
    became: { name: `keystone::db::${now}` },
    deprecated: { since: 'wallaby', hint: `say it with keystone::db::${now}` },
  });

/** The database as `keystone` itself took it. What is given here wins over what is given there, as in Puppet. */
export const legacyDatabaseParameters = {
  database_connection: parameter(secretText, 'URL of the database.', {
    until: 'xena',
    became: { name: 'keystone::db::database_connection' },
    deprecated: { since: 'wallaby', hint: 'say it with keystone::db::database_connection' },
  }),
  database_idle_timeout: databaseParameter(
    'Seconds after which a connection is made anew.',
    'database_connection_recycle_time',
  ),
  database_max_retries: databaseParameter(
    'Tries to connect when the service starts.',
    'database_max_retries',
  ),
  database_retry_interval: databaseParameter(
    'Seconds between two of those tries.',
    'database_retry_interval',
  ),
  database_min_pool_size: parameter(optionValue, 'Connections that are kept open at least.', {
    until: 'train',
    obsolete: 'oslo.db keeps no least number of connections any more',
  }),
  database_max_pool_size: databaseParameter(
    'Connections that are kept open at most.',
    'database_max_pool_size',
  ),
  database_max_overflow: databaseParameter(
    'Connections beyond those that are kept open.',
    'database_max_overflow',
  ),
} as const;

const logParameter = (doc: string, name: string) =>
  parameter(optionValue, doc, { until: 'rocky', became: { name: `keystone::logging::${name}` } });

/** Puppet's class kept these two, without any effect, until it dropped them. */
const logFileParameter = (doc: string, name: string) =>
  parameter(optionValue, doc, {
    until: 'zed',
    became: { name: `keystone::logging::${name}` },
    deprecated: {
      since: 'stein',
      hint: `it has no effect between stein and zed: say it with keystone::logging::${name}`,
    },
  });

/** The log as `keystone` itself took it. What is given here wins over what is given there, as in Puppet. */
export const legacyLoggingParameters = {
  debug: logParameter('Whether debug messages are logged.', 'debug'),
  use_syslog: logParameter('Whether the log goes to syslog.', 'use_syslog'),
  use_stderr: logParameter('Whether the log goes to standard error.', 'use_stderr'),
  log_facility: logParameter("The log's facility in syslog.", 'log_facility'),
  log_dir: logFileParameter('Directory of the log file.', 'log_dir'),
  log_file: logFileParameter('File that the log is written to.', 'log_file'),
} as const;

/** How the first administrator came to be, until `keystone::bootstrap` did that. */
export const legacyBootstrapParameters = {
  admin_password: parameter(passwordText, "The administrator's password; without one, the token.", {
    until: 'train',
    became: { name: 'keystone::bootstrap::password' },
  }),
  enable_bootstrap: parameter(anything, 'Whether the administrator is made.', {
    default: true,
    until: 'train',
    became: { name: 'keystone::bootstrap::bootstrap' },
  }),
} as const;
