import { parameter } from '../../catalog/index.js';
import { databaseUrl } from '../openstack-service/database-url.js';
import { optionValue } from '../shared/index.js';

/** A parameter that moved to the class `db` of the same service. */
function movedParameter(service: string, doc: string, now: string) {
  return parameter(optionValue, doc, {
    until: 'xena',
    became: { name: `glance::${service}::db::${now}` },
    deprecated: { since: 'wallaby', hint: `use glance::${service}::db::${now}` },
  });
}

/**
 * Database parameters of the service's own class. Values given here take precedence over the class `db`, as in Puppet.
 * @param service `api` or `registry`.
 */
export function legacyDatabaseParameters(service: string) {
  return {
    database_connection: parameter(databaseUrl, 'URL of the database.', {
      until: 'xena',
      became: { name: `glance::${service}::db::database_connection` },
      deprecated: { since: 'wallaby', hint: `use glance::${service}::db::database_connection` },
    }),
    database_idle_timeout: movedParameter(
      service,
      'Seconds after which an idle connection is replaced.',
      'database_connection_recycle_time',
    ),
    database_min_pool_size: parameter(optionValue, 'Minimum number of open connections.', {
      until: 'xena',
      obsolete: 'oslo.db no longer has a minimum number of connections',
    }),
    database_max_pool_size: movedParameter(
      service,
      'Maximum number of open connections.',
      'database_max_pool_size',
    ),
    database_max_retries: movedParameter(
      service,
      'Attempts to connect when the service starts.',
      'database_max_retries',
    ),
    database_retry_interval: movedParameter(
      service,
      'Seconds between these attempts.',
      'database_retry_interval',
    ),
    database_max_overflow: movedParameter(
      service,
      'Additional connections beyond the maximum.',
      'database_max_overflow',
    ),
  };
}
