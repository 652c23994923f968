import { anything, hashOf, nativeType, parameter, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { amqpHash, amqpTable } from './broker/amqp-table.js';
import { brokerProvider } from './broker/broker-provider.js';
import { call, namedBy, resource } from './broker/call.js';
import {
  ACTING_USER,
  afterVhost,
  ensure,
  flag,
  inVhost,
  isBrokersOwn,
  login,
  provider,
  splitAtVhost,
  titledIn,
} from './common.js';
import { atom, isAtom, type Term, tagged } from './erlang/term.js';

const QUEUES = 'rabbit_amqqueue';

/** A queue of RabbitMQ. */
export class RabbitmqQueue extends nativeType(
  'rabbitmq_queue',
  {
    name: title<`${string}@${string}`>('Queue and virtual host: queue@vhost.', inVhost),
    ensure,
    durable: flag('Whether it outlives a restart of the broker. Set when it is made.', true),
    auto_delete: flag('Whether it goes with its last consumer. Set when it is made.', false),
    arguments: parameter(
      hashOf(anything),
      'Further arguments, such as `x-message-ttl`. Set when it is made.',
      {
        default: {},
      },
    ),
    ...login,
    provider,
  },
  {
    doc: 'A queue of RabbitMQ. The title is queue@vhost. A queue that is removed takes its messages with it.',
    autorequire: ({ name, user }) => afterVhost(splitAtVhost(name)[1], user),
  },
) {}

provide(
  RabbitmqQueue,
  brokerProvider<typeof RabbitmqQueue.definition.attributes>({
    question: ({ name }) => call(QUEUES, 'lookup', resourceOf(name)),

    state(answer) {
      const [, queue] = tagged(answer, 'ok') ?? [];
      return queue === undefined ? { ensure: 'absent' } : queueState(queue);
    },

    changes({ name, wanted }, { removes }) {
      if (removes) return [call(QUEUES, 'delete_with', resourceOf(name), false, false, ACTING_USER)];
      const { durable, auto_delete } = wanted;
      const table = amqpTable(wanted.arguments);
      return [
        call(QUEUES, 'declare', resourceOf(name), durable, auto_delete, table, atom('none'), ACTING_USER),
      ];
    },

    all: {
      question: call(QUEUES, 'list'),
      *states(answer) {
        for (const queue of answer) {
          const [, resource, , , owner] = tagged(queue, 'amqqueue') ?? [];
          const { name, vhost } = namedBy(resource);
          // One connection's own queue goes with it: nobody else could make it.
          if (!isBrokersOwn(name) && isAtom(owner, 'none')) yield* titledIn(vhost, name, queueState(queue));
        }
      },
    },
  }),
);

function queueState(queue: Term): State {
  const [, , durable, autoDelete, , table] = tagged(queue, 'amqqueue') ?? [];
  return {
    ensure: 'present',
    durable: isAtom(durable, 'true'),
    auto_delete: isAtom(autoDelete, 'true'),
    arguments: amqpHash(table),
  };
}

function resourceOf(title: string) {
  const [name, vhost] = splitAtVhost(title);
  return resource(vhost, 'queue', name);
}
