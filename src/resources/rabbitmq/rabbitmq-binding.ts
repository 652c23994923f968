import { isDeepStrictEqual } from 'node:util';
import {
  anything,
  hashOf,
  nativeType,
  oneOf,
  parameter,
  Reference,
  string,
  title,
} from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { assignDistinctTitles } from '../titles/distinct-titles.js';
import { fromAmqpTable, toAmqpTable } from './broker/amqp-table.js';
import { brokerCall, parseResourceTerm, toResourceTerm } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { toText } from './broker/results.js';
import { atom, binary, matchTuple, type Term, tuple } from './erlang/term.js';
import { ACTING_USER, ensure, isReservedName, login, provider, requireVhost } from './shared-attributes.js';

const BINDINGS = 'rabbit_binding';

/** The identity of a binding. */
interface Binding {
  readonly source: string;
  readonly destination: string;
  readonly vhost: string;
  readonly routing_key: string;
  readonly destination_type: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/**
 * A binding of RabbitMQ from an exchange to a queue or another exchange.
 * @example
 * new RabbitmqBinding(site, 'notifications@glance@/', { routing_key: 'image.#' });
 */
export class RabbitmqBinding extends nativeType(
  'rabbitmq_binding',
  {
    name: title('`source@destination@vhost`, or any name if the attributes are declared.'),
    ensure,
    source: parameter(string, 'The exchange from which messages are routed.', { required: true }),
    destination: parameter(string, 'The queue or exchange to which messages are routed.', { required: true }),
    vhost: parameter(string, 'The virtual host of both.', { default: '/' }),
    routing_key: parameter(string, 'The routing key, whose meaning depends on the type of the exchange.', {
      default: '',
    }),
    destination_type: parameter(oneOf('queue', 'exchange'), 'The type of the destination.', {
      default: 'queue',
    }),
    arguments: parameter(
      hashOf(anything),
      'Further arguments: bindings with different arguments are different bindings.',
      {
        default: {},
      },
    ),
    ...login,
    provider,
  },
  {
    doc: 'A binding of RabbitMQ: which messages go from an exchange to a queue or another exchange.',
    parseTitle(written) {
      const [, source, destination, vhost] = /^([^@]+)@([^@]+)@([^@]+)$/.exec(written) ?? [];
      return source === undefined ? { name: written } : { name: written, source, destination, vhost };
    },
    nameOf: toIdentity,
    autorequire: ({ source, destination, vhost, destination_type, user }) => [
      ...requireVhost(vhost, user),
      new Reference('rabbitmq_exchange', `${source}@${vhost}`),
      new Reference(
        destination_type === 'queue' ? 'rabbitmq_queue' : 'rabbitmq_exchange',
        `${destination}@${vhost}`,
      ),
    ],
  },
) {}

provide(
  RabbitmqBinding,
  createBrokerProvider<typeof RabbitmqBinding.definition.attributes>({
    toReadCall: ({ desired }) =>
      brokerCall(BINDINGS, 'list_for_source_and_destination', ...toEndTerms(desired)),

    toState(answer, { desired }) {
      const bindings = Array.isArray(answer) ? answer : [];
      // Compared without their types: the broker may store a number with a shorter type.
      const expected = fromAmqpTable(toAmqpTable(desired.arguments));
      const exists = bindings.some((binding) => {
        const [, , key, , table] = matchTuple(binding, 'binding') ?? [];
        return toText(key) === desired.routing_key && isDeepStrictEqual(fromAmqpTable(table), expected);
      });
      return { ensure: exists ? 'present' : 'absent' };
    },

    toChangeCalls({ desired }, { removes }) {
      const [source, destination] = toEndTerms(desired);
      const key = binary(desired.routing_key);
      const binding = tuple(atom('binding'), source, key, destination, toAmqpTable(desired.arguments));
      return [brokerCall(BINDINGS, removes ? 'remove' : 'add', binding, ACTING_USER)];
    },

    listing: {
      call: brokerCall(BINDINGS, 'list_explicit'),
      toStates(results) {
        const bindings = results.map(parseBinding).filter(isDeclarable);
        const titled = assignDistinctTitles(bindings, toIdentity, toShortTitle, toLongTitle);
        return [...titled].map(([title, one]): [string, State] => [title, { ensure: 'present', ...one }]);
      },
    },
  }),
);

/** The order of arguments is not significant: the broker sorts them by name. */
function toIdentity({
  source,
  destination,
  vhost,
  routing_key,
  destination_type,
  arguments: table,
}: Binding) {
  const sorted = Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([source, destination, vhost, routing_key, destination_type, sorted]);
}

function parseBinding(term: Term): Binding {
  const [, from, key, to, table] = matchTuple(term, 'binding') ?? [];
  const destination = parseResourceTerm(to);
  return {
    source: parseResourceTerm(from).name,
    destination: destination.name,
    vhost: destination.vhost,
    routing_key: toText(key),
    destination_type: destination.kind,
    arguments: fromAmqpTable(table),
  };
}

function toShortTitle({ source, destination, vhost }: Binding): string {
  return `${source}@${destination}@${vhost}`;
}

function toLongTitle(binding: Binding): string {
  const { routing_key, arguments: table } = binding;
  const further = Object.keys(table).length === 0 ? '' : ` ${JSON.stringify(table)}`;
  return `${toShortTitle(binding)} ${routing_key}${further}`;
}

/** Returns whether a manifest can declare a binding. The broker binds each queue to the default exchange, and names some queues itself. */
function isDeclarable({ source, destination, destination_type }: Binding): boolean {
  return source !== '' && !(destination_type === 'queue' && isReservedName(destination));
}

function toEndTerms({ source, destination, vhost, destination_type }: Binding): readonly [Term, Term] {
  const kind = destination_type === 'exchange' ? 'exchange' : 'queue';
  return [toResourceTerm(vhost, 'exchange', source), toResourceTerm(vhost, kind, destination)];
}
