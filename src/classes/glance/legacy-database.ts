import { parameter } from '../../catalog/index.js';
import { optionValue } from '../tables/index.js';
import { databaseUrl } from './database-url.js';

/** A parameter that stands in the class `db` of the same service. */
function movedParameter(service: string, doc: string, now: string) {
  return parameter(optionValue, doc, {
    until: 'xena',
    became: { name: `glance::${service}::db::${now}` },
    deprecated: { since: 'wallaby', hint: `say it with glance::${service}::db::${now}` },
  });
}

/**
 * The database as the service's own class took it. What is given here wins over what is given there, as in Puppet.
 * @param service `api` or `registry`.
 */
export function legacyDatabaseParameters(service: string) {
  return {
    database_connection: parameter(databaseUrl, 'URL of the database.', {
      until: 'xena',
      became: { name: `glance::${service}::db::database_connection` },
      deprecated: { since: 'wallaby', hint: `say it with glance::${service}::db::database_connection` },
    }),
    database_idle_timeout: movedParameter(
      service,
      'Seconds after which an idle connection is replaced.',
      'database_connection_recycle_time',
    ),
    database_min_pool_size: parameter(optionValue, 'Connections that are kept open at least.', {
      until: 'xena',
      obsolete: 'oslo.db keeps no least number of connections any more',
    }),
    database_max_pool_size: movedParameter(
      service,
      'Connections that are kept open at most.',
      'database_max_pool_size',
    ),
    database_max_retries: movedParameter(
      service,
      'Tries to connect when the service starts.',
      'database_max_retries',
    ),
    database_retry_interval: movedParameter(
      service,
      'Seconds between two of those tries.',
      'database_retry_interval',
    ),
    database_max_overflow: movedParameter(
      service,
      'Connections beyond those that are kept open.',
      'database_max_overflow',
    ),
  };
}
