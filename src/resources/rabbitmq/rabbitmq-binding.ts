import {
  anything,
  hashOf,
  nativeType,
  oneOf,
  parameter,
  Reference,
  string,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { atom, binary, type Term, tagged, tuple } from '../../hosts/erlang/term.js';
import { amqpTable } from './broker/amqp-table.js';
import { text } from './broker/answers.js';
import { brokerProvider } from './broker/broker-provider.js';
import { call, resource } from './broker/call.js';
import { ACTING_USER, afterVhost, ensure, login, provider } from './common.js';

const BINDINGS = 'rabbit_binding';

/** A binding of RabbitMQ. */
export class RabbitmqBinding extends nativeType(
  'rabbitmq_binding',
  {
    name: title('source@destination@vhost, or any name where the attributes say it.'),
    ensure,
    source: parameter(string, 'The exchange that messages come from.', { required: true }),
    destination: parameter(string, 'The queue or exchange that they go to.', { required: true }),
    vhost: parameter(string, 'The virtual host of both.', { default: '/' }),
    routing_key: parameter(string, 'Which messages: what that means, the kind of exchange says.', {
      default: '',
    }),
    destination_type: parameter(oneOf('queue', 'exchange'), 'What the destination is.', { default: 'queue' }),
    arguments: parameter(hashOf(anything), 'Further arguments: a binding with others is another binding.', {
      default: {},
    }),
    ...login,
    provider,
  },
  {
    doc: 'A binding of RabbitMQ: which messages go from an exchange to a queue or another exchange.',
    parseTitle(written) {
      const [, source, destination, vhost] = /^([^@]+)@([^@]+)@([^@]+)$/.exec(written) ?? [];
      return source === undefined ? { name: written } : { name: written, source, destination, vhost };
    },
    nameOf: ({ source, destination, vhost, routing_key, destination_type, arguments: table }) =>
      JSON.stringify([source, destination, vhost, routing_key, destination_type, table]),
    autorequire: ({ source, destination, vhost, destination_type, user }) => [
      ...afterVhost(vhost, user),
      new Reference('rabbitmq_exchange', `${source}@${vhost}`),
      new Reference(
        destination_type === 'queue' ? 'rabbitmq_queue' : 'rabbitmq_exchange',
        `${destination}@${vhost}`,
      ),
    ],
  },
) {}

type Wanted = WantedOf<typeof RabbitmqBinding.definition.attributes>;

provide(
  RabbitmqBinding,
  brokerProvider<typeof RabbitmqBinding.definition.attributes>({
    question: ({ wanted }) => call(BINDINGS, 'list_for_source_and_destination', ...ends(wanted)),

    state(answer, { wanted }) {
      const bindings = Array.isArray(answer) ? (answer as readonly Term[]) : [];
      const there = bindings.some((binding) => {
        const [, , key, , table] = tagged(binding, 'binding') ?? [];
        return text(key) === wanted.routing_key && sameArguments(table, wanted);
      });
      return { ensure: there ? 'present' : 'absent' };
    },

    changes({ wanted }, { removes }) {
      const [source, destination] = ends(wanted);
      const key = binary(wanted.routing_key);
      const binding = tuple(atom('binding'), source, key, destination, amqpTable(wanted.arguments));
      return [call(BINDINGS, removes ? 'remove' : 'add', binding, ACTING_USER)];
    },
  }),
);

function ends({ source, destination, vhost, destination_type }: Wanted): readonly [Term, Term] {
  const kind = destination_type === 'exchange' ? 'exchange' : 'queue';
  return [resource(vhost, 'exchange', source), resource(vhost, kind, destination)];
}

/** The broker sorts them by name, and may know a number by a shorter type. */
function sameArguments(table: Term | undefined, { arguments: wanted }: Wanted): boolean {
  const entries = Array.isArray(table) ? (table as readonly Term[]) : [];
  const known = new Map(entries.map((entry) => [keyOf(entry), valueText(entry)]));
  const expected = amqpTable(wanted);
  return (
    known.size === expected.length && expected.every((entry) => known.get(keyOf(entry)) === valueText(entry))
  );
}

function keyOf(entry: Term): string {
  return text((entry as { readonly elements?: readonly Term[] }).elements?.[0]);
}

function valueText(entry: Term): string {
  return JSON.stringify((entry as { readonly elements?: readonly Term[] }).elements?.[2]);
}
