import { matching, nativeType, property, Reference, title } from '../../catalog/index.js';
import { ensure } from './common.js';

const word = matching(/^\S+$/, 'a name without spaces');

/** A database of MySQL or MariaDB. */
export class MysqlDatabase extends nativeType(
  'mysql_database',
  {
    name: title('Name of the database.'),
    ensure,
    charset: property(word, 'Its character set.', { default: 'utf8' }),
    collate: property(word, 'How its texts are compared and sorted.', { default: 'utf8_general_ci' }),
  },
  {
    doc: 'A database of MySQL or MariaDB.',
    autorequire: () => [new Reference('file', '/root/.my.cnf'), new Reference('class', 'mysql::server')],
  },
) {}
