import { matching, nativeType, property, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { ensure, LOCKS, ownFile, provider, serverClass } from './common.js';
import { identifier, literal } from './quote.js';
import { serverOf } from './server.js';
import { snapshotOrThrow, statesFrom } from './snapshot.js';
import type { Row } from './sql-client.js';

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
  { doc: 'A plugin of a server of MySQL or MariaDB.', autorequire: () => [ownFile, serverClass] },
) {}

provide(MysqlPlugin, {
  locks: () => LOCKS,

  read: (session, subjects) =>
    statesFrom(session, subjects, ({ plugins }, { name }) => {
      const row = plugins.find((one) => one.name?.toLowerCase() === name.toLowerCase());
      return row === undefined ? { ensure: 'absent' } : observed(row);
    }),

  async change(session, { wanted }, diff) {
    const server = await serverOf(session);
    const name = identifier(wanted.name);
    const statements: string[] = [];
    if (!diff.creates) statements.push(`UNINSTALL PLUGIN ${name}`);
    if (!diff.removes)
      statements.push(`INSTALL PLUGIN ${name} SONAME ${literal(wanted.soname ?? `${wanted.name}.so`)}`);
    await server.tell(session, statements);
  },

  async list(session) {
    const { plugins } = await snapshotOrThrow(session);
    const added = plugins.filter(({ library }) => library !== null);
    return new Map(added.map((row) => [String(row.name), observed(row)]));
  },
});

/** What is built into the server has no library. */
function observed({ library }: Row): State {
  return { ensure: 'present', ...(library === null || library === undefined ? {} : { soname: library }) };
}
