import { nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { text, valueAt } from './broker/answers.js';
import { brokerProvider } from './broker/broker-provider.js';
import { call } from './broker/call.js';
import { ACTING_USER, afterVhost, ensure, inVhost, provider, splitAtVhost, titledIn } from './common.js';
import type { Term } from './erlang/term.js';
import { isPattern } from './is-pattern.js';

const ACCOUNTS = 'rabbit_auth_backend_internal';
const permissions = ['configure_permission', 'read_permission', 'write_permission'] as const;

/** What an account may do in a virtual host. */
export class RabbitmqUserPermissions extends nativeType(
  'rabbitmq_user_permissions',
  {
    name: title<`${string}@${string}`>('Account and virtual host: user@vhost.', inVhost),
    ensure,
    configure_permission: property(string, 'What it may make and remove: a regular expression for names.'),
    read_permission: property(string, 'What it may read from: a regular expression for names.'),
    write_permission: property(string, 'What it may write to: a regular expression for names.'),
    provider,
  },
  {
    doc: 'What an account of RabbitMQ may do in a virtual host. The title is user@vhost.',
    *validate(wanted) {
      for (const name of permissions) {
        const pattern = wanted[name];
        if (pattern !== undefined && !isPattern(pattern))
          yield `${name} is no regular expression: '${pattern}'`;
      }
    },
    autorequire: ({ name }) => {
      const [user, vhost] = splitAtVhost(name);
      return [...afterVhost(vhost), new Reference('rabbitmq_user', user)];
    },
  },
) {}

provide(
  RabbitmqUserPermissions,
  brokerProvider<typeof RabbitmqUserPermissions.definition.attributes>({
    question: ({ name }) => call(ACCOUNTS, 'list_user_vhost_permissions', ...splitAtVhost(name)),

    state(answer) {
      // No account or no virtual host of that name: no permissions either.
      const [found] = Array.isArray(answer) ? (answer as readonly Term[]) : [];
      return found === undefined ? { ensure: 'absent' } : permissionState(found);
    },

    changes({ name, wanted }, { removes, is }) {
      const [user, vhost] = splitAtVhost(name);
      if (removes) return [call(ACCOUNTS, 'clear_permissions', user, vhost, ACTING_USER)];
      // What is not said stays as it is; of new ones, it is nothing.
      const wish = (one: (typeof permissions)[number]) => String(wanted[one] ?? is[one] ?? '');
      const [configure, write, read] = [
        wish('configure_permission'),
        wish('write_permission'),
        wish('read_permission'),
      ];
      return [call(ACCOUNTS, 'set_permissions', user, vhost, configure, write, read, ACTING_USER)];
    },

    fresh: ({ name }) =>
      name === 'guest@/'
        ? { ensure: 'present', configure_permission: '.*', read_permission: '.*', write_permission: '.*' }
        : { ensure: 'absent' },

    all: {
      question: call(ACCOUNTS, 'list_permissions'),
      *states(answer) {
        for (const one of answer)
          yield* titledIn(text(valueAt(one, 'vhost')), text(valueAt(one, 'user')), permissionState(one));
      },
    },
  }),
);

function permissionState(found: Term): State {
  return {
    ensure: 'present',
    configure_permission: text(valueAt(found, 'configure')),
    read_permission: text(valueAt(found, 'read')),
    write_permission: text(valueAt(found, 'write')),
  };
}
