import { matching, nativeType, property, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';
import { quoteIdentifier, quoteLiteral } from './quote.js';
import { ensure, LOCKS, provider, rootOptionFile, serverClass } from './shared-attributes.js';
import { readStates, requireSnapshot } from './snapshot.js';

/**
 * A plugin of a server of MySQL or MariaDB.
 * @example
 * new MysqlPlugin(site, 'auth_socket', { soname: 'auth_socket.so' });
 */
export class MysqlPlugin extends nativeType(
  'mysql_plugin',
  {
    name: title('Name of the plugin.', matching(/^\w+$/, 'a name of letters, digits and `_`')),
    ensure,
    provider,
    soname: property(
      matching(/^\w+\.\w+$/, 'the file name of a library'),
      'The file name of its library in the plugin directory. @default for a new plugin, its name with `.so`',
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

  async change(session, { desired }, diff) {
    const server = await getServer(session);
    const name = quoteIdentifier(desired.name);
    const statements: string[] = [];
    if (!diff.creates) statements.push(`UNINSTALL PLUGIN ${name}`);
    if (!diff.removes)
      statements.push(
        `INSTALL PLUGIN ${name} SONAME ${quoteLiteral(desired.soname ?? `${desired.name}.so`)}`,
      );
    await server.execute(session, statements);
  },

  async list(session) {
    const { plugins } = await requireSnapshot(session);
    const added = plugins.filter(({ library }) => library !== null);
    return new Map(added.map((row) => [String(row.name), toState(row)]));
  },
});

/** A plugin that is built into the server has no library. */
function toState({ library }: Row): State {
  return { ensure: 'present', ...(library === null || library === undefined ? {} : { soname: library }) };
}
