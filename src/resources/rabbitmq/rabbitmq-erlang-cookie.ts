import { dirname } from 'node:path';
import {
  absolutePath,
  boolean,
  matching,
  nativeType,
  parameter,
  property,
  secretOf,
  string,
  title,
} from '../../catalog/index.js';
import { provide, type State, Unreadable } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import { readAccounts } from '../../hosts/accounts.js';
import { reveal } from '../../secrets/secret.js';
import { serviceName } from '../service/attributes.js';
import { runTool } from '../tools/run-tool.js';

/**
 * The secret that the nodes of a cluster share.
 * @example
 * new RabbitmqErlangCookie(site, '/var/lib/rabbitmq/.erlang.cookie', {
 *   content: secret.env('ERLANG_COOKIE'),
 * });
 */
export class RabbitmqErlangCookie extends nativeType(
  'rabbitmq_erlang_cookie',
  {
    path: title('The file of the cookie.', absolutePath),
    content: property(
      secretOf(matching(/^[!-~]+$/, 'a string of ASCII characters without spaces')),
      'The cookie.',
    ),
    force: parameter(
      boolean,
      "Whether the broker's database may be removed: a broker does not start with the data of another cookie.",
      { default: false },
    ),
    rabbitmq_user: parameter(string, "The file's owner.", { default: 'rabbitmq' }),
    rabbitmq_group: parameter(string, "The file's group.", { default: 'rabbitmq' }),
    rabbitmq_home: parameter(
      absolutePath,
      "The broker's home, whose directory mnesia contains its database.",
      {
        default: '/var/lib/rabbitmq',
      },
    ),
    service_name: parameter(serviceName, 'The service to stop before the cookie is changed.', {
      default: 'rabbitmq-server',
    }),
  },
  {
    doc: "The cookie of a broker's cluster. Changing it removes the broker's database, which needs `force`.",
  },
) {}

provide(RabbitmqErlangCookie, {
  async read({ host }, subjects) {
    const files = await host.files.read(subjects.map(({ name }) => name));
    return new Map<string, State | Unreadable>(
      subjects.map(({ title }, at) => {
        const content = files[at];
        if (content instanceof Error) return [title, Unreadable.because(content)];
        return [title, { content: content?.toString('latin1') ?? '' }];
      }),
    );
  },

  async change(session, { name, desired }, { is }) {
    const { content, force, rabbitmq_user, rabbitmq_group, rabbitmq_home, service_name } = desired;
    const { files } = session.host;
    // A broker that has never run has no data.
    if (is.content !== '') {
      if (!force)
        raise(
          'rabbitmq.refused',
          `the cookie in ${name} can only be changed by removing the broker's database: set force to true to allow that`,
        );
      await runTool(session, { argv: ['service', service_name, 'stop'] });
      await files.remove(`${rabbitmq_home}/mnesia`, { recursive: true });
    }
    const accounts = await readAccounts(session.host);
    if ((await files.list(dirname(name))) === undefined)
      await files.makeDirectory(dirname(name), { mode: 0o755 });
    const access = { mode: 0o400, uid: accounts.uid(rabbitmq_user), gid: accounts.gid(rabbitmq_group) };
    await session.exclusively([name], () => files.write(name, reveal(content) ?? '', access));
  },
});
