import { arrayOf, integer, property, secretString, string, title } from '../../../catalog/index.js';
import { accountName } from '../account.js';
import { ensure, provider } from '../shared-attributes.js';

const limit = integer({ min: 0 });

/** The attributes of `mysql_user`. */
export const attributes = {
  name: title<`${string}@${string}`>('The account: user@host.', accountName),
  ensure,
  provider,
  password_hash: property(
    secretString,
    'The hash of its password, in the format of the server: `mysql.mysqlPassword(…)` returns one. Without effect for ' +
      'plugins that authenticate with the operating system.',
    { insync: (is, should) => String(is).toUpperCase() === should.toUpperCase() || is === should },
  ),
  plugin: property(
    string,
    'Its authentication plugin. Further authentication methods of the account are kept.',
  ),
  max_user_connections: property(limit, 'The maximum number of simultaneous connections; 0 for no limit.'),
  max_connections_per_hour: property(limit, 'The maximum number of connections per hour; 0 for no limit.'),
  max_queries_per_hour: property(limit, 'The maximum number of queries per hour; 0 for no limit.'),
  max_updates_per_hour: property(limit, 'The maximum number of updates per hour; 0 for no limit.'),
  tls_options: property(
    arrayOf(string),
    'The TLS requirements of its connections: `NONE`, `SSL`, `X509`, or properties of the certificate.',
  ),
};
