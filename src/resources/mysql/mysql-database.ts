import { matching, nativeType, property, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';
import { quoteIdentifier, quoteLiteral } from './quote.js';
import { ensure, LOCKS, provider, rootOptionFile, serverClass } from './shared-attributes.js';
import { readSnapshotOrThrow, readStates } from './snapshot.js';

const word = matching(/^\S+$/, 'a name without spaces');

/** Longest name of a database, in characters. */
const LONGEST = 64;

/** The server's own. */
const SYSTEM = new Set(['information_schema', 'mysql', 'performance_schema', 'sys']);

/** A database of MySQL or MariaDB. */
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
    collate: property(word, 'How its texts are compared and sorted.', {
      default: 'utf8_general_ci',
      insync: isSameCharset,
    }),
  },
  {
    doc: 'A database of MySQL or MariaDB. Dropped with all that is in it where it is to be absent.',
    *validate({ name }) {
      if ([...name].length > LONGEST) yield `a database's name has at most ${LONGEST} characters`;
      if (name.endsWith(' ')) yield "a database's name cannot end with a space";
      if (/[\0\u{10000}-\u{10FFFF}]/u.test(name)) yield "a database's name has signs that no server takes";
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

  async change(session, { wanted }, diff) {
    const server = await getServer(session);
    const name = quoteIdentifier(wanted.name);
    if (diff.removes) return server.execute(session, [`DROP DATABASE IF EXISTS ${name}`]);
    const verb = diff.creates ? 'CREATE DATABASE IF NOT EXISTS' : 'ALTER DATABASE';
    const charset = `CHARACTER SET ${quoteLiteral(wanted.charset)} COLLATE ${quoteLiteral(wanted.collate)}`;
    return server.execute(session, [`${verb} ${name} ${charset}`]);
  },

  async list(session) {
    const { databases } = await readSnapshotOrThrow(session);
    const own = databases.filter(({ name }) => !SYSTEM.has(String(name).toLowerCase()));
    return new Map(own.map((row) => [String(row.name), toState(row)]));
  },
});

function toState({ charset, collation }: Row): State {
  return { ensure: 'present', charset, collate: collation };
}

/** What was called utf8 is called utf8mb3 by newer servers, and they show it so whatever they were told. */
function isSameCharset(is: unknown, should: string): boolean {
  const newer = (name: unknown) =>
    String(name)
      .toLowerCase()
      .replace(/^utf8(?=_|$)/, 'utf8mb3');
  return newer(is) === newer(should);
}
