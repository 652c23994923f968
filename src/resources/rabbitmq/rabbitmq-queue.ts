import { anything, hashOf, nativeType, parameter, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { fromAmqpTable, toAmqpTable } from './broker/amqp-table.js';
import { brokerCall, parseResourceTerm, toResourceTerm } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { atom, isAtom, matchTuple, type Term } from './erlang/term.js';
import {
  ACTING_USER,
  booleanParameter,
  ensure,
  isReservedName,
  login,
  provider,
  requireVhost,
  splitAtVhost,
  toTitleEntry,
  vhostName,
} from './shared-attributes.js';

const QUEUES = 'rabbit_amqqueue';

/** A queue of RabbitMQ. */
export class RabbitmqQueue extends nativeType(
  'rabbitmq_queue',
  {
    name: title<`${string}@${string}`>('Queue and virtual host: queue@vhost.', vhostName),
    ensure,
    durable: booleanParameter('Whether it outlives a restart of the broker. Set when it is made.', true),
    auto_delete: booleanParameter('Whether it goes with its last consumer. Set when it is made.', false),
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
    autorequire: ({ name, user }) => requireVhost(splitAtVhost(name)[1], user),
  },
) {}

provide(
  RabbitmqQueue,
  createBrokerProvider<typeof RabbitmqQueue.definition.attributes>({
    toReadCall: ({ name }) => brokerCall(QUEUES, 'lookup', toQueueTerm(name)),

    toState(answer) {
      const [, queue] = matchTuple(answer, 'ok') ?? [];
      return queue === undefined ? { ensure: 'absent' } : toQueueState(queue);
    },

    toChangeCalls({ name, wanted }, { removes }) {
      if (removes) return [brokerCall(QUEUES, 'delete_with', toQueueTerm(name), false, false, ACTING_USER)];
      const { durable, auto_delete } = wanted;
      const table = toAmqpTable(wanted.arguments);
      return [
        brokerCall(
          QUEUES,
          'declare',
          toQueueTerm(name),
          durable,
          auto_delete,
          table,
          atom('none'),
          ACTING_USER,
        ),
      ];
    },

    listing: {
      question: brokerCall(QUEUES, 'list'),
      *states(answer) {
        for (const queue of answer) {
          const [, resource, , , owner] = matchTuple(queue, 'amqqueue') ?? [];
          const { name, vhost } = parseResourceTerm(resource);
          // One connection's own queue goes with it: nobody else could make it.
          if (!isReservedName(name) && isAtom(owner, 'none'))
            yield* toTitleEntry(vhost, name, toQueueState(queue));
        }
      },
    },
  }),
);

function toQueueState(queue: Term): State {
  const [, , durable, autoDelete, , table] = matchTuple(queue, 'amqqueue') ?? [];
  return {
    ensure: 'present',
    durable: isAtom(durable, 'true'),
    auto_delete: isAtom(autoDelete, 'true'),
    arguments: fromAmqpTable(table),
  };
}

function toQueueTerm(title: string) {
  const [name, vhost] = splitAtVhost(title);
  return toResourceTerm(vhost, 'queue', name);
}
