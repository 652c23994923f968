import { anything, hashOf, nativeType, parameter, string, title } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { fromAmqpTable, toAmqpTable } from './broker/amqp-table.js';
import { brokerCall, parseResourceTerm, toResourceTerm } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { toText } from './broker/results.js';
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

const EXCHANGES = 'rabbit_exchange';

/**
 * An exchange of RabbitMQ.
 * @example
 * new RabbitmqExchange(site, 'notifications@/', { type: 'topic', durable: true });
 */
export class RabbitmqExchange extends nativeType(
  'rabbitmq_exchange',
  {
    name: title<`${string}@${string}`>('Exchange and virtual host: exchange@vhost.', vhostName),
    ensure,
    type: parameter(
      string,
      'The type of the exchange: `direct`, `topic`, `fanout`, `headers` or a type of a plugin. Only set when it is created.',
    ),
    durable: booleanParameter(
      'Whether it survives a restart of the broker. Only set when it is created.',
      false,
    ),
    auto_delete: booleanParameter(
      'Whether it is deleted with its last binding. Only set when it is created.',
      false,
    ),
    internal: booleanParameter(
      'Whether only other exchanges may publish to it. Only set when it is created.',
      false,
    ),
    arguments: parameter(hashOf(anything), 'Further arguments. Only set when it is created.', {
      default: {},
    }),
    ...login,
    provider,
  },
  {
    doc: 'An exchange of RabbitMQ. The title is exchange@vhost.',
    *validate({ ensure, type }) {
      if (ensure === 'present' && type === undefined) yield 'type is required';
    },
    autorequire: ({ name, user }) => requireVhost(splitAtVhost(name)[1], user),
  },
) {}

provide(
  RabbitmqExchange,
  createBrokerProvider<typeof RabbitmqExchange.definition.attributes>({
    toReadCall: ({ name }) => brokerCall(EXCHANGES, 'lookup', toExchangeTerm(name)),

    toState(answer) {
      const [, exchange] = matchTuple(answer, 'ok') ?? [];
      return exchange === undefined ? { ensure: 'absent' } : toExchangeState(exchange);
    },

    toChangeCalls({ name, desired }, { removes }) {
      const { type = 'direct', durable, auto_delete, internal } = desired;
      if (removes) return [brokerCall(EXCHANGES, 'delete', toExchangeTerm(name), false, ACTING_USER)];
      return [
        // Refuses an unknown type, with which the next call would create a useless exchange.
        brokerCall(EXCHANGES, 'check_type', type),
        brokerCall(
          EXCHANGES,
          'declare',
          toExchangeTerm(name),
          atom(type),
          durable,
          auto_delete,
          internal,
          toAmqpTable(desired.arguments),
          ACTING_USER,
        ),
      ];
    },

    toInitialState: ({ name }) => ({ ensure: /^(amq\.[a-z]+)?@\/$/.test(name) ? 'present' : 'absent' }),

    listing: {
      call: brokerCall(EXCHANGES, 'list'),
      *toStates(results) {
        for (const exchange of results) {
          const { name, vhost } = parseResourceTerm(matchTuple(exchange, 'exchange')?.[1]);
          if (!isReservedName(name)) yield* toTitleEntry(vhost, name, toExchangeState(exchange));
        }
      },
    },
  }),
);

function toExchangeState(exchange: Term): State {
  const [, , type, durable, autoDelete, internal, table] = matchTuple(exchange, 'exchange') ?? [];
  return {
    ensure: 'present',
    type: toText(type),
    durable: isAtom(durable, 'true'),
    auto_delete: isAtom(autoDelete, 'true'),
    internal: isAtom(internal, 'true'),
    arguments: fromAmqpTable(table),
  };
}

function toExchangeTerm(title: string) {
  const [name, vhost] = splitAtVhost(title);
  return toResourceTerm(vhost, 'exchange', name);
}
