import { anything, parameter } from '../../../catalog/index.js';
import { optionValue, passwordString, secretScalarString } from '../../shared/index.js';

const databaseParameter = (doc: string, now: string) =>
  parameter(optionValue, doc, {
    until: 'xena',
    became: { name: `keystone::db::${now}` },
    deprecated: { since: 'wallaby', hint: `use keystone::db::${now}` },
  });

/** The database parameters of `keystone`. Values given here take precedence over `keystone::db`, as in Puppet. */
export const legacyDatabaseParameters = {
  database_connection: parameter(secretScalarString, 'URL of the database.', {
    until: 'xena',
    became: { name: 'keystone::db::database_connection' },
    deprecated: { since: 'wallaby', hint: 'use keystone::db::database_connection' },
  }),
  database_idle_timeout: databaseParameter(
    'Seconds after which a connection is replaced.',
    'database_connection_recycle_time',
  ),
  database_max_retries: databaseParameter(
    'Attempts to connect when the service starts.',
    'database_max_retries',
  ),
  database_retry_interval: databaseParameter('Seconds between these attempts.', 'database_retry_interval'),
  database_min_pool_size: parameter(optionValue, 'Minimum number of open connections.', {
    until: 'train',
    obsolete: 'oslo.db no longer has a minimum number of connections',
  }),
  database_max_pool_size: databaseParameter('Maximum number of open connections.', 'database_max_pool_size'),
  database_max_overflow: databaseParameter(
    'Additional connections beyond the maximum.',
    'database_max_overflow',
  ),
} as const;

const logParameter = (doc: string, name: string) =>
  parameter(optionValue, doc, { until: 'rocky', became: { name: `keystone::logging::${name}` } });

/** Puppet's class had these two without effect before it removed them. */
const logFileParameter = (doc: string, name: string) =>
  parameter(optionValue, doc, {
    until: 'zed',
    became: { name: `keystone::logging::${name}` },
    deprecated: {
      since: 'stein',
      hint: `it has no effect between stein and zed: use keystone::logging::${name}`,
    },
  });

/** The logging parameters of `keystone`. Values given here take precedence over `keystone::logging`, as in Puppet. */
export const legacyLoggingParameters = {
  debug: logParameter('Whether debug messages are logged.', 'debug'),
  use_syslog: logParameter('Whether the log goes to syslog.', 'use_syslog'),
  use_stderr: logParameter('Whether the log goes to standard error.', 'use_stderr'),
  log_facility: logParameter("The log's facility in syslog.", 'log_facility'),
  log_dir: logFileParameter('Directory of the log file.', 'log_dir'),
  log_file: logFileParameter('File that the log is written to.', 'log_file'),
} as const;

/** Parameters for creating the first administrator, before `keystone::bootstrap`. */
export const legacyBootstrapParameters = {
  admin_password: parameter(passwordString, "The administrator's password; defaults to the token.", {
    until: 'train',
    became: { name: 'keystone::bootstrap::password' },
  }),
  enable_bootstrap: parameter(anything, 'Whether the administrator is created.', {
    default: true,
    until: 'train',
    became: { name: 'keystone::bootstrap::bootstrap' },
  }),
} as const;
