import { arrayOf, matching, nativeType, oneOf, property, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { findValue, toPlainHash, toText } from './broker/results.js';
import { atom, matchTuple, type Term } from './erlang/term.js';
import { ACTING_USER, brokerName, ensure, provider, requireBroker } from './shared-attributes.js';

const VHOSTS = 'rabbit_vhost';

/** The broker's description of its default virtual host. */
const DEFAULT_DESCRIPTION = 'Default virtual host';

/**
 * A virtual host of RabbitMQ.
 * @example
 * new RabbitmqVhost(site, '/glance', { description: 'Notifications of Glance' });
 */
export class RabbitmqVhost extends nativeType(
  'rabbitmq_vhost',
  {
    name: title('Name of the virtual host.', brokerName),
    ensure,
    description: property(string, 'Its description.', { text: 'lines' }),
    default_queue_type: property(
      oneOf('classic', 'quorum', 'stream'),
      'The type of queues that are declared without a type. Only set when it is created.',
    ),
    tags: property(
      arrayOf(matching(/^[^\s,]+$/, 'a tag without spaces and commas')),
      'Its tags, in any order.',
      {
        insync: (is, should) =>
          Array.isArray(is) && [...is].sort().join('\n') === [...should].sort().join('\n'),
      },
    ),
    provider,
  },
  {
    doc: 'A virtual host of RabbitMQ: exchanges and queues with names of their own.',
    autorequire: requireBroker,
  },
) {}

provide(
  RabbitmqVhost,
  createBrokerProvider<typeof RabbitmqVhost.definition.attributes>({
    toReadCall: ({ name }) => brokerCall(VHOSTS, 'lookup', name),

    toState: (answer) => {
      const [, , , metadata] = matchTuple(answer, 'vhost') ?? [];
      return metadata === undefined ? { ensure: 'absent' } : toVhostState(metadata);
    },

    toChangeCalls({ name, desired }, diff) {
      if (diff.removes) return [brokerCall(VHOSTS, 'delete', name, ACTING_USER)];
      const {
        description = diff.is.description ?? '',
        tags = diff.is.tags ?? [],
        default_queue_type,
      } = desired;
      if (!diff.creates && diff.has('default_queue_type')) {
        raise(
          'rabbitmq.refused',
          'the default queue type of a virtual host cannot be changed: create another virtual host, or remove this one first',
        );
      }
      const type = default_queue_type === undefined ? [] : [default_queue_type];
      const known = (tags as readonly string[]).map(atom);
      return [
        brokerCall(
          VHOSTS,
          'put_vhost',
          name,
          String(description),
          known,
          ...type,
          atom('undefined'),
          ACTING_USER,
        ),
      ];
    },

    toInitialState: ({ name }) =>
      name === '/' ? { ensure: 'present', description: DEFAULT_DESCRIPTION, tags: [] } : { ensure: 'absent' },

    listing: {
      call: brokerCall(VHOSTS, 'info_all', ['name', 'description', 'tags'].map(atom)),
      *toStates(results) {
        for (const one of results) yield [toText(findValue(one, 'name')), toVhostState(one)];
      },
    },
  }),
);

function toVhostState(metadata: Term): State {
  const { description = '', tags = [], default_queue_type } = toPlainHash(metadata);
  const type = default_queue_type === undefined ? {} : { default_queue_type };
  // Tags that were set with rabbitmqctl are one string, which is empty without tags.
  const list = typeof tags === 'string' ? tags.split(',').filter((tag) => tag !== '') : tags;
  return { ensure: 'present', description, tags: list, ...type };
}
