import { arrayOf, matching, nativeType, oneOf, property, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { findValue, toPlainHash, toText } from './broker/results.js';
import { atom, matchTuple, type Term } from './erlang/term.js';
import { ACTING_USER, brokerName, ensure, provider, requireBroker } from './shared-attributes.js';

const VHOSTS = 'rabbit_vhost';

/** What the broker says of the virtual host that it makes for itself. */
const DEFAULT_DESCRIPTION = 'Default virtual host';

/** A virtual host of RabbitMQ. */
export class RabbitmqVhost extends nativeType(
  'rabbitmq_vhost',
  {
    name: title('Name of the virtual host.', brokerName),
    ensure,
    description: property(string, 'What it is for.', { text: 'lines' }),
    default_queue_type: property(
      oneOf('classic', 'quorum', 'stream'),
      'The kind of queue that who asks for no kind gets. Set when it is made.',
    ),
    tags: property(
      arrayOf(matching(/^[^\s,]+$/, 'a tag without spaces and commas')),
      'Its tags; their order means nothing.',
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

    toChangeCalls({ name, wanted }, diff) {
      if (diff.removes) return [brokerCall(VHOSTS, 'delete', name, ACTING_USER)];
      const {
        description = diff.is.description ?? '',
        tags = diff.is.tags ?? [],
        default_queue_type,
      } = wanted;
      if (!diff.creates && diff.has('default_queue_type')) {
        raise(
          'rabbitmq.refused',
          'the kind of queue that a virtual host makes by default is set when it is made: make another one, or remove it first',
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
      question: brokerCall(VHOSTS, 'info_all', ['name', 'description', 'tags'].map(atom)),
      *states(answer) {
        for (const one of answer) yield [toText(findValue(one, 'name')), toVhostState(one)];
      },
    },
  }),
);

function toVhostState(metadata: Term): State {
  const { description = '', tags = [], default_queue_type } = toPlainHash(metadata);
  const type = default_queue_type === undefined ? {} : { default_queue_type };
  // Those that rabbitmqctl was given are kept in one text, which is empty where it was given none.
  const list = typeof tags === 'string' ? tags.split(',').filter((tag) => tag !== '') : tags;
  return { ensure: 'present', description, tags: list, ...type };
}
