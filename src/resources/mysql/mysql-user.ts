import {
  arrayOf,
  integer,
  nativeType,
  property,
  Reference,
  secretString,
  string,
  title,
} from '../../catalog/index.js';
import { accountName, ensure, lowerHost } from './common.js';

const limit = integer({ min: 0 });
const alone = ['NONE', 'SSL', 'X509'];

/** An account of MySQL or MariaDB. */
export class MysqlUser extends nativeType(
  'mysql_user',
  {
    name: title('The account: user@host.', accountName),
    ensure,
    password_hash: property(secretString, 'The hash of its password, as the server keeps it.'),
    plugin: property(string, 'How it logs in: an authentication plugin of the server.'),
    max_user_connections: property(limit, 'Connections at once; 0 for no limit.'),
    max_connections_per_hour: property(limit, 'Connections an hour; 0 for no limit.'),
    max_queries_per_hour: property(limit, 'Queries an hour; 0 for no limit.'),
    max_updates_per_hour: property(limit, 'Changes an hour; 0 for no limit.'),
    tls_options: property(
      arrayOf(string),
      'What its connections need of TLS: `NONE`, `SSL`, `X509`, or what the certificate says.',
      {
        insync: (is, should) =>
          Array.isArray(is) && [...is].sort().join('\n') === [...should].sort().join('\n'),
      },
    ),
  },
  {
    doc: 'An account of MySQL or MariaDB. The title is user@host.',
    normalize: (wanted) => ({ ...wanted, name: lowerHost(wanted.name) }),
    *validate({ tls_options }) {
      if (tls_options === undefined) return;
      if (tls_options.some((one) => alone.includes(one))) {
        if (tls_options.length > 1) yield `${alone.join(', ')} in tls_options stand alone`;
        return;
      }
      for (const one of tls_options) {
        if (!/^(CIPHER|ISSUER|SUBJECT)/i.test(one)) yield `'${one}' is none of tls_options' words`;
      }
    },
    autorequire: () => [new Reference('file', '/root/.my.cnf'), new Reference('class', 'mysql::server')],
  },
) {}
