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

/**
 * A queue of RabbitMQ.
 * @example
 * new RabbitmqQueue(site, 'glance@/', { durable: true, arguments: { 'x-message-ttl': 60000 } });
 */
export class RabbitmqQueue extends nativeType(
  'rabbitmq_queue',
  {
    name: title<`${string}@${string}`>('Queue and virtual host: queue@vhost.', vhostName),
    ensure,
    durable: booleanParameter(
      'Whether it survives a restart of the broker. Only set when it is created.',
      true,
    ),
    auto_delete: booleanParameter(
      'Whether it is deleted with its last consumer. Only set when it is created.',
      false,
    ),
    arguments: parameter(
      hashOf(anything),
      'Further arguments, such as `x-message-ttl`. Only set when it is created.',
      {
        default: {},
      },
    ),
    ...login,
    provider,
  },
  {
    doc: 'A queue of RabbitMQ. The title is queue@vhost. Removing a queue deletes its messages.',
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

    toChangeCalls({ name, desired }, { removes }) {
      if (removes) return [brokerCall(QUEUES, 'delete_with', toQueueTerm(name), false, false, ACTING_USER)];
      const { durable, auto_delete } = desired;
      const table = toAmqpTable(desired.arguments);
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
      call: brokerCall(QUEUES, 'list'),
      *toStates(results) {
        for (const queue of results) {
          const [, resource, , , owner] = matchTuple(queue, 'amqqueue') ?? [];
          const { name, vhost } = parseResourceTerm(resource);
          // An exclusive queue is deleted with its connection, and cannot be declared.
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
