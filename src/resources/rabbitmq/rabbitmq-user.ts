import {
  arrayOf,
  boolean,
  matching,
  nativeType,
  property,
  secretString,
  title,
} from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { matchesHash } from './broker/password-hash.js';
import { findValue, toText } from './broker/results.js';
import type { Call } from './erlang/erlang-node.js';
import { atom, matchTuple, type Term } from './erlang/term.js';
import { ACTING_USER, brokerName, ensure, provider, requireBroker } from './shared-attributes.js';

const ACCOUNTS = 'rabbit_auth_backend_internal';
const ADMINISTRATOR = 'administrator';

/**
 * An account of RabbitMQ.
 * @example
 * new RabbitmqUser(site, 'glance', { password: secret.env('RABBITMQ_PASSWORD') });
 */
export class RabbitmqUser extends nativeType(
  'rabbitmq_user',
  {
    name: title('Name of the account.', brokerName),
    ensure,
    password: property(secretString, 'Its password, compared with the hash in the broker.'),
    admin: property(boolean, 'Whether it has the tag `administrator`.', { default: false }),
    tags: property(arrayOf(matching(/^\S+$/, 'a tag without spaces')), 'Further tags, in any order.', {
      default: [],
      insync: (is, should) =>
        Array.isArray(is) && [...is].sort().join('\n') === [...should].sort().join('\n'),
    }),
    provider,
  },
  {
    doc: 'An account of RabbitMQ.',
    *validate({ tags }) {
      if (tags.includes(ADMINISTRATOR)) yield "the tag 'administrator' cannot be declared: use admin: true";
    },
    autorequire: requireBroker,
  },
) {}

provide(
  RabbitmqUser,
  createBrokerProvider<typeof RabbitmqUser.definition.attributes>({
    toReadCall: ({ name }) => brokerCall(ACCOUNTS, 'lookup_user', name),

    toState(answer, { desired: { password } }) {
      const [, account] = matchTuple(answer, 'ok') ?? [];
      const [, , hash, tags, algorithm] = matchTuple(account, 'internal_user') ?? [];
      if (!Buffer.isBuffer(hash)) return { ensure: 'absent' };
      if (password === undefined || hash.length === 0) return toTagState(tags);
      // A different password is represented by its hash, which equals no password.
      const fits = matchesHash(hash, toText(algorithm), password.reveal());
      return { ...toTagState(tags), password: fits ? password.reveal() : { hash: hash.toString('base64') } };
    },

    toChangeCalls({ name, desired }, diff) {
      if (diff.removes) return [brokerCall(ACCOUNTS, 'delete_user', name, ACTING_USER)];
      const { password, admin, tags } = desired;
      if (diff.creates && password === undefined)
        raise(
          'rabbitmq.refused',
          `the account '${name}' does not exist, and cannot be created without a password`,
        );
      const calls: Call[] = [];
      if (diff.has('password') && password !== undefined)
        calls.push(
          brokerCall(
            ACCOUNTS,
            diff.creates ? 'add_user' : 'change_password',
            name,
            password.reveal(),
            ACTING_USER,
          ),
        );
      const all = admin ? [...tags, ADMINISTRATOR] : tags;
      if (diff.creates ? all.length > 0 : diff.has('admin') || diff.has('tags'))
        calls.push(brokerCall(ACCOUNTS, 'set_tags', name, all.map(atom), ACTING_USER));
      return calls;
    },

    toInitialState: ({ name }) =>
      name === 'guest'
        ? { ensure: 'present', password: 'guest', admin: true, tags: [] }
        : { ensure: 'absent' },

    listing: {
      call: brokerCall(ACCOUNTS, 'list_users'),
      *toStates(results) {
        for (const account of results)
          yield [toText(findValue(account, 'user')), toTagState(findValue(account, 'tags'))];
      },
    },
  }),
);

function toTagState(tags: Term | undefined): State {
  const all = Array.isArray(tags) ? tags.map(toText) : [];
  return {
    ensure: 'present',
    admin: all.includes(ADMINISTRATOR),
    tags: all.filter((tag) => tag !== ADMINISTRATOR),
  };
}
