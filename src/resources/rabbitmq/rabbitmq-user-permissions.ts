import { nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { findValue, toText } from './broker/results.js';
import type { Term } from './erlang/term.js';
import { isRegularExpression } from './is-regular-expression.js';
import {
  ACTING_USER,
  ensure,
  provider,
  requireVhost,
  splitAtVhost,
  toTitleEntry,
  vhostName,
} from './shared-attributes.js';

const ACCOUNTS = 'rabbit_auth_backend_internal';
const permissions = ['configure_permission', 'read_permission', 'write_permission'] as const;

/**
 * The permissions of an account in a virtual host.
 * @example
 * new RabbitmqUserPermissions(site, 'glance@/', {
 *   configure_permission: '.*',
 *   write_permission: '.*',
 *   read_permission: '.*',
 * });
 */
export class RabbitmqUserPermissions extends nativeType(
  'rabbitmq_user_permissions',
  {
    name: title<`${string}@${string}`>('Account and virtual host: user@vhost.', vhostName),
    ensure,
    configure_permission: property(
      string,
      'A regular expression for the names that it may create and delete.',
    ),
    read_permission: property(string, 'A regular expression for the names that it may read from.'),
    write_permission: property(string, 'A regular expression for the names that it may write to.'),
    provider,
  },
  {
    doc: 'The permissions of an account of RabbitMQ in a virtual host. The title is user@vhost.',
    *validate(desired) {
      for (const name of permissions) {
        const pattern = desired[name];
        if (pattern !== undefined && !isRegularExpression(pattern))
          yield `${name} is not a regular expression: '${pattern}'`;
      }
    },
    autorequire: ({ name }) => {
      const [user, vhost] = splitAtVhost(name);
      return [...requireVhost(vhost), new Reference('rabbitmq_user', user)];
    },
  },
) {}

provide(
  RabbitmqUserPermissions,
  createBrokerProvider<typeof RabbitmqUserPermissions.definition.attributes>({
    toReadCall: ({ name }) => brokerCall(ACCOUNTS, 'list_user_vhost_permissions', ...splitAtVhost(name)),

    toState(answer) {
      // Without the account or the virtual host there are no permissions.
      const [found] = Array.isArray(answer) ? answer : [];
      return found === undefined ? { ensure: 'absent' } : toPermissionState(found);
    },

    toChangeCalls({ name, desired }, { removes, is }) {
      const [user, vhost] = splitAtVhost(name);
      if (removes) return [brokerCall(ACCOUNTS, 'clear_permissions', user, vhost, ACTING_USER)];
      // Undeclared permissions are kept; new ones are empty.
      const toPermission = (one: (typeof permissions)[number]) => String(desired[one] ?? is[one] ?? '');
      const [configure, write, read] = [
        toPermission('configure_permission'),
        toPermission('write_permission'),
        toPermission('read_permission'),
      ];
      return [brokerCall(ACCOUNTS, 'set_permissions', user, vhost, configure, write, read, ACTING_USER)];
    },

    toInitialState: ({ name }) =>
      name === 'guest@/'
        ? { ensure: 'present', configure_permission: '.*', read_permission: '.*', write_permission: '.*' }
        : { ensure: 'absent' },

    listing: {
      call: brokerCall(ACCOUNTS, 'list_permissions'),
      *toStates(results) {
        for (const one of results)
          yield* toTitleEntry(
            toText(findValue(one, 'vhost')),
            toText(findValue(one, 'user')),
            toPermissionState(one),
          );
      },
    },
  }),
);

function toPermissionState(found: Term): State {
  return {
    ensure: 'present',
    configure_permission: toText(findValue(found, 'configure')),
    read_permission: toText(findValue(found, 'read')),
    write_permission: toText(findValue(found, 'write')),
  };
}
