import { matching, nativeType, property, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';
import { quoteIdentifier, quoteLiteral } from './quote.js';
import { ensure, LOCKS, provider, rootOptionFile, serverClass } from './shared-attributes.js';
import { readSnapshotOrThrow, readStates } from './snapshot.js';

/** A plugin of the server. */
export class MysqlPlugin extends nativeType(
  'mysql_plugin',
  {
    name: title('Name of the plugin.', matching(/^\w+$/, 'a name of letters, digits and `_`')),
    ensure,
    provider,
    soname: property(
      matching(/^\w+\.\w+$/, "a library's file name"),
      'The library that it is in, in the directory for plugins. Of a new one, the name with `.so` unless it is said.',
    ),
  },
  { doc: 'A plugin of a server of MySQL or MariaDB.', autorequire: () => [rootOptionFile, serverClass] },
) {}

provide(MysqlPlugin, {
  locks: () => LOCKS,

  read: (session, subjects) =>
    readStates(session, subjects, ({ plugins }, { name }) => {
      const row = plugins.find((one) => one.name?.toLowerCase() === name.toLowerCase());
      return row === undefined ? { ensure: 'absent' } : toState(row);
    }),

  async change(session, { wanted }, diff) {
    const server = await getServer(session);
    const name = quoteIdentifier(wanted.name);
    const statements: string[] = [];
    if (!diff.creates) statements.push(`UNINSTALL PLUGIN ${name}`);
    if (!diff.removes)
      statements.push(`INSTALL PLUGIN ${name} SONAME ${quoteLiteral(wanted.soname ?? `${wanted.name}.so`)}`);
    await server.execute(session, statements);
  },

  async list(session) {
    const { plugins } = await readSnapshotOrThrow(session);
    const added = plugins.filter(({ library }) => library !== null);
    return new Map(added.map((row) => [String(row.name), toState(row)]));
  },
});

/** What is built into the server has no library. */
function toState({ library }: Row): State {
  return { ensure: 'present', ...(library === null || library === undefined ? {} : { soname: library }) };
}
