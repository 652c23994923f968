import { matching, nativeType, property, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';
import { quoteIdentifier, quoteLiteral } from './quote.js';
import { ensure, LOCKS, provider, rootOptionFile, serverClass } from './shared-attributes.js';
import { readStates, requireSnapshot } from './snapshot.js';

const word = matching(/^\S+$/, 'a name without spaces');

/** The maximum length of a name, in characters. */
const MAX_LENGTH = 64;

/** The system databases. */
const SYSTEM = new Set(['information_schema', 'mysql', 'performance_schema', 'sys']);

/**
 * A database of MySQL or MariaDB.
 * @example
 * new MysqlDatabase(site, 'glance', { charset: 'utf8mb3', collate: 'utf8mb3_general_ci' });
 */
export class MysqlDatabase extends nativeType(
  'mysql_database',
  {
    name: title('Name of the database.'),
    ensure,
    provider,
    charset: property(word, "Its character set; `utf8` is the server's `utf8mb3`.", {
      default: 'utf8',
      insync: isSameCharset,
    }),
    collate: property(word, 'Its collation: how strings are compared and sorted.', {
      default: 'utf8_general_ci',
      insync: isSameCharset,
    }),
  },
  {
    doc: 'A database of MySQL or MariaDB. An absent database is dropped with its content.',
    *validate({ name }) {
      if ([...name].length > MAX_LENGTH) yield `the name of a database has at most ${MAX_LENGTH} characters`;
      if (name.endsWith(' ')) yield 'the name of a database cannot end with a space';
      if (/[\0\u{10000}-\u{10FFFF}]/u.test(name))
        yield 'the name of a database has characters that no server accepts';
    },
    autorequire: () => [rootOptionFile, serverClass],
  },
) {}

provide(MysqlDatabase, {
  locks: () => LOCKS,

  read: (session, subjects) =>
    readStates(session, subjects, ({ databases }, { name }) => {
      const row = databases.find((one) => one.name === name);
      return row === undefined ? { ensure: 'absent' } : toState(row);
    }),

  async change(session, { desired }, diff) {
    const server = await getServer(session);
    const name = quoteIdentifier(desired.name);
    if (diff.removes) return server.execute(session, [`DROP DATABASE IF EXISTS ${name}`]);
    const verb = diff.creates ? 'CREATE DATABASE IF NOT EXISTS' : 'ALTER DATABASE';
    const charset = `CHARACTER SET ${quoteLiteral(desired.charset)} COLLATE ${quoteLiteral(desired.collate)}`;
    return server.execute(session, [`${verb} ${name} ${charset}`]);
  },

  async list(session) {
    const { databases } = await requireSnapshot(session);
    const own = databases.filter(({ name }) => !SYSTEM.has(String(name).toLowerCase()));
    return new Map(own.map((row) => [String(row.name), toState(row)]));
  },
});

function toState({ charset, collation }: Row): State {
  return { ensure: 'present', charset, collate: collation };
}

/** Newer servers call utf8 utf8mb3, and print that name regardless of the declared one. */
function isSameCharset(is: unknown, should: string): boolean {
  const newer = (name: unknown) =>
    String(name)
      .toLowerCase()
      .replace(/^utf8(?=_|$)/, 'utf8mb3');
  return newer(is) === newer(should);
}
