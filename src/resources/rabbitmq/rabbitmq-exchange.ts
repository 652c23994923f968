import { anything, hashOf, nativeType, parameter, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { amqpHash, amqpTable } from './broker/amqp-table.js';
import { text } from './broker/answers.js';
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

const EXCHANGES = 'rabbit_exchange';

/** An exchange of RabbitMQ. */
export class RabbitmqExchange extends nativeType(
  'rabbitmq_exchange',
  {
    name: title<`${string}@${string}`>('Exchange and virtual host: exchange@vhost.', inVhost),
    ensure,
    type: parameter(
      string,
      'How it routes: `direct`, `topic`, `fanout`, `headers` or the kind of a plugin. Set when it is made.',
    ),
    durable: flag('Whether it outlives a restart of the broker. Set when it is made.', false),
    auto_delete: flag('Whether it goes with its last binding. Set when it is made.', false),
    internal: flag('Whether only other exchanges may publish to it. Set when it is made.', false),
    arguments: parameter(hashOf(anything), 'Further arguments. Set when it is made.', { default: {} }),
    ...login,
    provider,
  },
  {
    doc: 'An exchange of RabbitMQ. The title is exchange@vhost.',
    *validate({ ensure, type }) {
      if (ensure === 'present' && type === undefined) yield 'type is needed';
    },
    autorequire: ({ name, user }) => afterVhost(splitAtVhost(name)[1], user),
  },
) {}

provide(
  RabbitmqExchange,
  brokerProvider<typeof RabbitmqExchange.definition.attributes>({
    question: ({ name }) => call(EXCHANGES, 'lookup', resourceOf(name)),

    state(answer) {
      const [, exchange] = tagged(answer, 'ok') ?? [];
      return exchange === undefined ? { ensure: 'absent' } : exchangeState(exchange);
    },

    changes({ name, wanted }, { removes }) {
      const { type = 'direct', durable, auto_delete, internal } = wanted;
      if (removes) return [call(EXCHANGES, 'delete', resourceOf(name), false, ACTING_USER)];
      return [
        // Refuses a kind that the broker does not know: the call after it would make an exchange of no use.
        call(EXCHANGES, 'check_type', type),
        call(
          EXCHANGES,
          'declare',
          resourceOf(name),
          atom(type),
          durable,
          auto_delete,
          internal,
          amqpTable(wanted.arguments),
          ACTING_USER,
        ),
      ];
    },

    fresh: ({ name }) => ({ ensure: /^(amq\.[a-z]+)?@\/$/.test(name) ? 'present' : 'absent' }),

    all: {
      question: call(EXCHANGES, 'list'),
      *states(answer) {
        for (const exchange of answer) {
          const { name, vhost } = namedBy(tagged(exchange, 'exchange')?.[1]);
          if (!isBrokersOwn(name)) yield* titledIn(vhost, name, exchangeState(exchange));
        }
      },
    },
  }),
);

function exchangeState(exchange: Term): State {
  const [, , type, durable, autoDelete, internal, table] = tagged(exchange, 'exchange') ?? [];
  return {
    ensure: 'present',
    type: text(type),
    durable: isAtom(durable, 'true'),
    auto_delete: isAtom(autoDelete, 'true'),
    internal: isAtom(internal, 'true'),
    arguments: amqpHash(table),
  };
}

function resourceOf(title: string) {
  const [name, vhost] = splitAtVhost(title);
  return resource(vhost, 'exchange', name);
}
