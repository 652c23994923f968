import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../../src/catalog/index.js';
import { inspect } from '../../../src/engine/inspect.js';
import {
  RabbitmqBinding,
  RabbitmqExchange,
  RabbitmqParameter,
  RabbitmqQueue,
  RabbitmqVhost,
  Resources,
} from '../../../src/resources/index.js';
import { fromAmqpTable, toAmqpTable } from '../../../src/resources/rabbitmq/broker/amqp-table.js';
import { toResourceTerm } from '../../../src/resources/rabbitmq/broker/broker-call.js';
import {
  type Atom,
  atom,
  binary,
  type Term,
  type Tuple,
  tuple,
} from '../../../src/resources/rabbitmq/erlang/term.js';
import { converge, only } from '../converge.js';
import { type Answers, SimulatedBroker, shown } from './simulated-broker.js';

const yes = atom('true');
const no = atom('false');

const listed = async (type: { readonly definition: unknown }, answers: Answers) =>
  Object.fromEntries(await inspect(type.definition as never, new SimulatedBroker(answers)));

const exchange = (vhost: string, name: string, kind = 'topic', table: readonly Term[] = []): Term =>
  tuple(atom('exchange'), toResourceTerm(vhost, 'exchange', name), atom(kind), yes, no, no, table, atom('x'));

const queue = (vhost: string, name: string, owner: Term = atom('none')): Term =>
  tuple(
    atom('amqqueue'),
    ...[
      toResourceTerm(vhost, 'queue', name),
      no,
      yes,
      owner,
      toAmqpTable({ 'x-max-length': 9 }),
      atom('pid'),
    ],
  );

interface Ends {
  readonly source: string;
  readonly destination: string;
  readonly vhost: string;
  readonly routing_key?: string;
  readonly destination_type?: 'queue' | 'exchange';
  readonly arguments?: Readonly<Record<string, unknown>>;
}

const binding = (of: Ends): Term =>
  tuple(
    atom('binding'),
    toResourceTerm(of.vhost, 'exchange', of.source),
    binary(of.routing_key ?? ''),
    toResourceTerm(of.vhost, of.destination_type ?? 'queue', of.destination),
    toAmqpTable(of.arguments ?? {}),
  );

/** A broker that has bindings, and finds those of two ends as a real one does. */
function brokerWith(bindings: readonly Term[]): SimulatedBroker {
  const endsOf = (term: Term) => {
    const [, from, , to] = (term as Tuple).elements;
    return shown([from as Term, to as Term]);
  };
  return new SimulatedBroker({
    'rabbit_binding:list_explicit': bindings,
    'rabbit_binding:list_for_source_and_destination': (ends) =>
      bindings.filter((one) => endsOf(one) === shown(ends)),
  });
}

describe('all that a broker has', () => {
  it('is an error where the broker answers with no list', async () => {
    const failure = await listed(RabbitmqBinding, { 'rabbit_binding:list_explicit': atom('what') }).catch(
      (error: Error) => error.message,
    );
    expect(failure).to.contain('RabbitMQ returned something else instead of a list');
  });

  it('of exchanges and queues is what somebody has made, and could make again', async () => {
    const exchanges = [
      exchange('/', ''),
      exchange('/', 'amq.topic'),
      exchange('a@b', 'e'),
      exchange('/', 'e'),
    ];
    expect(await listed(RabbitmqExchange, { 'rabbit_exchange:list': exchanges })).to.deep.equal({
      'e@/': {
        ...{ ensure: 'present', type: 'topic', durable: true, auto_delete: false, internal: false },
        arguments: {},
      },
    });
    const queues = [queue('/', 'amq.gen-x'), queue('v', "one connection's", 7), queue('v', 'q@home')];
    expect(await listed(RabbitmqQueue, { 'rabbit_amqqueue:list': queues })).to.deep.equal({
      'q@home@v': {
        ...{ ensure: 'present', durable: false, auto_delete: true, arguments: { 'x-max-length': 9 } },
      },
    });
  });

  it('of virtual hosts has the tags that rabbitmqctl keeps in one text', async () => {
    const vhost = (name: string, tags: Term) => [
      tuple(atom('name'), binary(name)),
      tuple(atom('tags'), tags),
    ];
    const all = [vhost('none', binary('')), vhost('two', binary('a,b')), vhost('put', [atom('a')])];
    const states = await listed(RabbitmqVhost, { 'rabbit_vhost:info_all': all });
    const tagsOf = (name: string) => states[name]?.tags;
    expect(['none', 'two', 'put'].map(tagsOf)).to.deep.equal([[], ['a', 'b'], ['a']]);
  });

  it('of bindings is told apart by keys and arguments, and never what the broker binds itself', async () => {
    const one = { source: 'e', destination: 'q', vhost: 'v' };
    const all = [
      { ...one, source: '', routing_key: 'q' },
      { ...one, destination: 'amq.gen-x' },
      { ...one, source: 'amq.topic' },
      { ...one, routing_key: 'a' },
      { ...one, routing_key: 'b' },
      { ...one, routing_key: 'b', arguments: { n: 1 } },
      { ...one, routing_key: 'b', destination_type: 'exchange' } as const,
    ];
    const states = await inspect(RabbitmqBinding.definition as never, brokerWith(all.map(binding)));
    expect([...states.keys()]).to.have.members([
      'amq.topic@q@v',
      'e@q@v a',
      'e@q@v b {"n":1}',
      '["e","q","v","b","queue",[]]',
      '["e","q","v","b","exchange",[]]',
    ]);
  });

  it('of bindings is in sync where just that is declared, whatever they are called', async () => {
    const name = fc.constantFrom('e', 'e@q', 'q', 'amq.topic', 'v', '"', ' ');
    const ends = fc.record({
      ...{ source: name, destination: name, vhost: name, routing_key: fc.constantFrom('', '#', 'v', '@') },
      destination_type: fc.constantFrom('queue' as const, 'exchange' as const),
      arguments: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom<unknown>(1, 'x', [1], { c: null })),
    });
    const bindings = fc.uniqueArray(ends, { selector: (one) => shown(binding(one)), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bindings, async (all) => {
        const broker = brokerWith(all.map(binding));
        const states = await inspect(RabbitmqBinding.definition as never, broker);
        const declarable = all.filter(
          (one) => one.destination_type === 'exchange' || !one.destination.startsWith('amq.'),
        );
        expect(states.size).to.equal(new Set(declarable.map((one) => shown(binding(one)))).size);
        const report = await converge(
          broker,
          (site) => {
            for (const [title, state] of states) new RabbitmqBinding(site, title, state);
          },
          { mode: 'plan' },
        );
        expect(report.resources).to.deep.equal([]);
      }),
      { numRuns: 40 },
    );
  });

  it('of parameters is what is a hash, with the component where two have one of the same name', async () => {
    const parameter = (component: string, name: string, value: Term): Term => [
      ...[tuple(atom('vhost'), binary('v')), tuple(atom('component'), binary(component))],
      ...[tuple(atom('name'), binary(name)), tuple(atom('value'), value)],
    ];
    const pairs = [tuple(binary('n'), 1)];
    const digits = [tuple(binary('n'), binary('1'))];
    const found = await listed(RabbitmqParameter, {
      'rabbit_runtime_parameters:list': [
        ...[parameter('a', 'same', pairs), parameter('b', 'same', digits), parameter('b', 'alone', [])],
        parameter('b', 'a text', binary('x')),
      ],
    });
    const of = (name: string, component_name: string, value: object, autoconvert = true) => ({
      ...{ ensure: 'present', name: `${name}@v`, component_name, value, autoconvert },
    });
    expect(found).to.deep.equal({
      'a same@v': of('same', 'a', { n: 1 }),
      // Converted, the text would be another value than the one that is there.
      'b same@v': of('same', 'b', { n: '1' }, false),
      'alone@v': of('alone', 'b', {}),
    });
  });

  it('is not listed by a release that cannot, and that is said', async () => {
    const undefinedFunction = tuple(atom('EXIT'), tuple(atom('undef'), []));
    const failure = await listed(RabbitmqBinding, {
      'rabbit_binding:list_explicit': undefinedFunction,
    }).catch(String);
    expect(failure).to.contain('this release of RabbitMQ does not have the function');
  });

  it('is purged, but for what is declared under whatever title', async () => {
    const one = { source: 'e', destination: 'q', vhost: 'v' };
    const broker = brokerWith(
      [
        { ...one, arguments: { a: 1, b: 2 } },
        { ...one, routing_key: 'stray' },
      ].map(binding),
    );
    const body = (site: Scope) => {
      new RabbitmqBinding(site, 'mine', { ...one, arguments: { b: 2, a: 1 } });
      new Resources(site, 'rabbitmq_binding', { purge: true });
    };
    expect(only(await converge(broker, body))?.changes[0]?.from).to.deep.equal(['e@q@v stray']);
    expect(broker.calls.filter((call) => /:(add|remove)/.test(call))).to.deep.equal([
      'binding:remove({binding,{resource,"v",exchange,"e"},"stray",{resource,"v",queue,"q"},[]}, "glance-apply")',
    ]);
  });
});

describe('arguments of the broker', () => {
  it('read as they were given, whichever types the broker keeps them in', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        ...[fc.string(), fc.boolean(), fc.integer(), fc.constant(1.5), fc.constant(null)],
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (hash) => {
        expect(fromAmqpTable(toAmqpTable(hash))).to.deep.equal(hash);
      }),
    );
    const other: Atom = atom('signedint');
    expect(fromAmqpTable([tuple(binary('n'), other, 7), tuple(binary('m'), atom('long'), 7n)])).to.deep.equal(
      {
        n: 7,
        m: 7,
      },
    );
  });
});
