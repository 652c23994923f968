import { arrayOf, integer, property, secretString, string, title } from '../../../catalog/index.js';
import { accountName } from '../account.js';
import { ensure, provider } from '../shared-attributes.js';

const limit = integer({ min: 0 });

/** What a manifest says of an account. */
export const attributes = {
  name: title<`${string}@${string}`>('The account: user@host.', accountName),
  ensure,
  provider,
  password_hash: property(
    secretString,
    'The hash of its password, as the server keeps it: `mysql.mysqlPassword(…)` makes one. Plugins that ask the ' +
      'operating system have no use for it.',
    { insync: (is, should) => String(is).toUpperCase() === should.toUpperCase() || is === should },
  ),
  plugin: property(
    string,
    'How it logs in: an authentication plugin of the server. Other ways that the server knows for the account ' +
      'beside this one stay.',
  ),
  max_user_connections: property(limit, 'Connections at once; 0 for no limit.'),
  max_connections_per_hour: property(limit, 'Connections an hour; 0 for no limit.'),
  max_queries_per_hour: property(limit, 'Queries an hour; 0 for no limit.'),
  max_updates_per_hour: property(limit, 'Changes an hour; 0 for no limit.'),
  tls_options: property(
    arrayOf(string),
    'What its connections need of TLS: `NONE`, `SSL`, `X509`, or what the certificate says.',
  ),
};
