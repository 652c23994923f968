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
import { amqpHash, amqpTable } from './broker/amqp-table.js';
import { text } from './broker/answers.js';
import { brokerProvider } from './broker/broker-provider.js';
import { call, namedBy, resource } from './broker/call.js';
import { ACTING_USER, afterVhost, ensure, isBrokersOwn, login, provider } from './common.js';
import { atom, binary, type Term, tagged, tuple } from './erlang/term.js';

const BINDINGS = 'rabbit_binding';

/** What makes a binding another one. */
interface Binding {
  readonly source: string;
  readonly destination: string;
  readonly vhost: string;
  readonly routing_key: string;
  readonly destination_type: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A binding of RabbitMQ. */
export class RabbitmqBinding extends nativeType(
  'rabbitmq_binding',
  {
    name: title('`source@destination@vhost`, or any name where the attributes say it.'),
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
    nameOf: identity,
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

provide(
  RabbitmqBinding,
  brokerProvider<typeof RabbitmqBinding.definition.attributes>({
    question: ({ wanted }) => call(BINDINGS, 'list_for_source_and_destination', ...ends(wanted)),

    state(answer, { wanted }) {
      const bindings = Array.isArray(answer) ? (answer as readonly Term[]) : [];
      // Compared without their types: the broker may know a number by a shorter one.
      const expected = amqpHash(amqpTable(wanted.arguments));
      const there = bindings.some((binding) => {
        const [, , key, , table] = tagged(binding, 'binding') ?? [];
        return text(key) === wanted.routing_key && isDeepStrictEqual(amqpHash(table), expected);
      });
      return { ensure: there ? 'present' : 'absent' };
    },

    changes({ wanted }, { removes }) {
      const [source, destination] = ends(wanted);
      const key = binary(wanted.routing_key);
      const binding = tuple(atom('binding'), source, key, destination, amqpTable(wanted.arguments));
      return [call(BINDINGS, removes ? 'remove' : 'add', binding, ACTING_USER)];
    },

    all: {
      question: call(BINDINGS, 'list_explicit'),
      states(answer) {
        const bindings = answer.map(bindingIn).filter(isDeclarable);
        const titled = assignDistinctTitles(bindings, identity, shortTitle, longTitle);
        return [...titled].map(([title, one]): [string, State] => [title, { ensure: 'present', ...one }]);
      },
    },
  }),
);

/** The order of arguments means nothing: the broker sorts them by name. */
function identity({ source, destination, vhost, routing_key, destination_type, arguments: table }: Binding) {
  const sorted = Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([source, destination, vhost, routing_key, destination_type, sorted]);
}

function bindingIn(term: Term): Binding {
  const [, from, key, to, table] = tagged(term, 'binding') ?? [];
  const destination = namedBy(to);
  return {
    source: namedBy(from).name,
    destination: destination.name,
    vhost: destination.vhost,
    routing_key: text(key),
    destination_type: destination.kind,
    arguments: amqpHash(table),
  };
}

function shortTitle({ source, destination, vhost }: Binding): string {
  return `${source}@${destination}@${vhost}`;
}

function longTitle(binding: Binding): string {
  const { routing_key, arguments: table } = binding;
  const further = Object.keys(table).length === 0 ? '' : ` ${JSON.stringify(table)}`;
  return `${shortTitle(binding)} ${routing_key}${further}`;
}

/** Whether somebody can declare it: the broker binds every queue to the exchange without a name, and names some queues. */
function isDeclarable({ source, destination, destination_type }: Binding): boolean {
  return source !== '' && !(destination_type === 'queue' && isBrokersOwn(destination));
}

function ends({ source, destination, vhost, destination_type }: Binding): readonly [Term, Term] {
  const kind = destination_type === 'exchange' ? 'exchange' : 'queue';
  return [resource(vhost, 'exchange', source), resource(vhost, kind, destination)];
}
