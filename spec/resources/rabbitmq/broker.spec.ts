import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import {
  RabbitmqBinding,
  RabbitmqExchange,
  RabbitmqParameter,
  RabbitmqPolicy,
  RabbitmqQueue,
  RabbitmqUser,
  RabbitmqUserPermissions,
  RabbitmqVhost,
  Service,
} from '../../../src/resources/index.js';
import { atom, binary, type Term, TermMap, tuple } from '../../../src/resources/rabbitmq/erlang/term.js';
import { converge, errorsOf, only } from '../converge.js';
import { missing, SimulatedBroker } from './simulated-broker.js';

const absent = atom('not_found');

async function told(answers: ConstructorParameters<typeof SimulatedBroker>[0], body: (site: Scope) => void) {
  const broker = new SimulatedBroker(answers);
  const report = await converge(broker, body);
  return { report, calls: broker.calls };
}

const pairs = (hash: Readonly<Record<string, Term>>) =>
  Object.entries(hash).map(([key, value]) => tuple(atom(key), value));

describe('things of a broker', () => {
  it('are all asked for with one start of rabbitmqctl', async () => {
    const broker = new SimulatedBroker({
      'rabbit_vhost:lookup': missing('vhost', 'v'),
      'rabbit_auth_backend_internal:lookup_user': missing('user', 'u'),
      'rabbit_auth_backend_internal:list_user_vhost_permissions': missing('user', 'u'),
    });
    const body = (site: Scope) => {
      for (const name of ['a', 'b', 'c']) {
        new RabbitmqVhost(site, name, { ensure: 'absent' });
        new RabbitmqUser(site, name, { ensure: 'absent' });
        new RabbitmqUserPermissions(site, `${name}@v`, { ensure: 'absent' });
      }
    };
    expect((await converge(broker, body)).summary.unchanged).to.equal(9);
    expect(broker.starts).to.equal(1);
    expect(broker.calls).to.have.lengthOf(9);
  });

  it('are made, and removed, with the same calls that the tools of the broker make', async () => {
    const { calls } = await told(
      {
        'rabbit_vhost:lookup': missing('vhost', 'v'),
        'rabbit_auth_backend_internal:list_user_vhost_permissions': [],
        'rabbit_policy:lookup': absent,
        'rabbit_runtime_parameters:lookup': absent,
        'rabbit_exchange:lookup': tuple(atom('error'), atom('not_found')),
        'rabbit_amqqueue:lookup': tuple(atom('error'), atom('not_found')),
        'rabbit_binding:list_for_source_and_destination': [],
      },
      (site) => {
        new RabbitmqVhost(site, 'v', { description: 'd', tags: ['t'], default_queue_type: 'quorum' });
        new RabbitmqUserPermissions(site, 'u@x@v', { read_permission: '.*' });
        new RabbitmqPolicy(site, 'p@v', {
          pattern: '^a',
          definition: { 'message-ttl': '5' },
          priority: '3' as never,
        });
        new RabbitmqParameter(site, 's@v', { component_name: 'shovel', value: { n: '7', t: 'x' } });
        new RabbitmqExchange(site, 'e@v', { type: 'topic' });
        new RabbitmqQueue(site, 'q@v', { arguments: { 'x-max-length': 5 } });
        new RabbitmqBinding(site, 'e@q@v', {
          routing_key: '#',
          arguments: { deep: { list: [true, 1.5, 'x'] } },
        });
      },
    );
    expect(calls.filter((call) => !call.includes('lookup') && !call.includes(':list_'))).to.have.members([
      'vhost:put_vhost("v", "d", [t], "quorum", undefined, "glance-apply")',
      'auth_backend_internal:set_permissions("u@x", "v", "", "", ".*", "glance-apply")',
      'policy:parse_set("v", "p", "^a", "{"message-ttl":5}", 3, "all", "glance-apply")',
      'runtime_parameters:parse_set("v", "shovel", "s", "{"n":7,"t":"x"}", "glance-apply")',
      'exchange:check_type("topic")',
      'exchange:declare({resource,"v",exchange,"e"}, topic, false, false, false, [], "glance-apply")',
      'amqqueue:declare({resource,"v",queue,"q"}, true, false, [{"x-max-length",long,5}], none, "glance-apply")',
      'binding:add({binding,{resource,"v",exchange,"e"},"#",{resource,"v",queue,"q"},' +
        '[{"deep",table,[{"list",array,[{bool,true},{double,1.5},{longstr,"x"}]}]}]}, "glance-apply")',
    ]);
  });

  it('are in sync where the broker says the same in its own words', async () => {
    const { report } = await told(
      {
        'rabbit_vhost:lookup': tuple(
          atom('vhost'),
          binary('v'),
          [],
          new TermMap([
            [atom('description'), binary('d')],
            [atom('tags'), [atom('b'), atom('a')]],
          ]),
        ),
        'rabbit_auth_backend_internal:list_user_vhost_permissions': [
          pairs({ configure: binary('.*'), write: binary(''), read: binary('^x$') }),
        ],
        'rabbit_policy:lookup': pairs({
          pattern: binary('^a'),
          'apply-to': binary('queues'),
          definition: [tuple(binary('message-ttl'), 5)],
          priority: 3,
        }),
        'rabbit_runtime_parameters:lookup': pairs({ value: new TermMap([[binary('n'), 7]]) }),
        'rabbit_binding:list_for_source_and_destination': [
          tuple(atom('binding'), [], binary('#'), [], [tuple(binary('n'), atom('signedint'), 1)]),
        ],
      },
      (site) => {
        new RabbitmqVhost(site, 'v', { description: 'd', tags: ['a', 'b'] });
        new RabbitmqUserPermissions(site, 'u@v', { configure_permission: '.*', read_permission: '^x$' });
        new RabbitmqPolicy(site, 'p@v', {
          pattern: '^a',
          applyto: 'queues',
          definition: { 'message-ttl': '5' },
          priority: 3,
        });
        new RabbitmqParameter(site, 's@v', { component_name: 'shovel', value: { n: '7' } });
        new RabbitmqBinding(site, 'e@q@v', { routing_key: '#', arguments: { n: 1 } });
      },
    );
    expect(report.resources).to.deep.equal([]);
  });

  it('keep of their permissions what nobody speaks of', async () => {
    const { calls } = await told(
      {
        'rabbit_auth_backend_internal:list_user_vhost_permissions': [
          pairs({ configure: binary('c'), write: binary('w'), read: binary('r') }),
        ],
      },
      (site) => void new RabbitmqUserPermissions(site, 'u@v', { write_permission: '.*' }),
    );
    expect(calls.at(-1)).to.equal(
      'auth_backend_internal:set_permissions("u", "v", "c", ".*", "r", "glance-apply")',
    );
  });

  it('are of no kind of queue that only a new virtual host could have', async () => {
    const metadata = new TermMap([[atom('default_queue_type'), binary('classic')]]);
    const { report } = await told(
      { 'rabbit_vhost:lookup': tuple(atom('vhost'), binary('v'), [], metadata) },
      (site) => void new RabbitmqVhost(site, 'v', { default_queue_type: 'quorum' }),
    );
    expect(only(report)?.reason).to.match(/cannot be changed: create another/);
  });

  it('are two things where a binding has another key', async () => {
    const key = (routing_key: string) => ({ source: 'e', destination: 'q', routing_key });
    const one = (site: Scope) => void new RabbitmqBinding(site, 'one', key('a'));
    expect(await errorsOf((site) => [one(site), new RabbitmqBinding(site, 'two', key('b'))])).to.equal('');
    expect(await errorsOf((site) => [one(site), new RabbitmqBinding(site, 'two', key('a'))])).to.match(/one/);
  });

  const wrong: readonly [what: string, body: (site: Scope) => unknown, message: RegExp][] = [
    [
      'a permission that is no pattern',
      (site) => new RabbitmqUserPermissions(site, 'u@v', { read_permission: '(' }),
      /regular expression: '\('/,
    ],
    ['a title without a virtual host', (site) => new RabbitmqUserPermissions(site, 'u'), /name@vhost/],
    [
      'a policy without a pattern',
      (site) => new RabbitmqPolicy(site, 'p@v', { definition: {} }),
      /pattern is required/,
    ],
    [
      'a policy whose number is none',
      (site) => new RabbitmqPolicy(site, 'p@v', { pattern: '', definition: { expires: 'soon' } }),
      /expires in definition is not an integer: 'soon'/,
    ],
    [
      'a parameter without a component',
      (site) => new RabbitmqParameter(site, 's@v', { value: {} }),
      /component_name/,
    ],
    ['an exchange without a kind', (site) => new RabbitmqExchange(site, 'e@v'), /type is required/],
    ['a binding without ends', (site) => new RabbitmqBinding(site, 'b'), /source/],
  ];
  for (const [what, body, message] of wrong) {
    it(`are refused: ${what}`, async () => {
      expect(await errorsOf((site) => void body(site))).to.match(message);
    });
  }
});

describe('a broker that cannot be asked', () => {
  const service = () => ({
    stdout: 'Id=rabbitmq-server.service\nLoadState=loaded\nActiveState=inactive\n',
  });
  const plan = (host: SimulatedHost) =>
    converge(
      host,
      (site) => {
        new Service(site, 'rabbitmq-server', { ensure: 'running' });
        new RabbitmqUser(site, 'guest', { ensure: 'absent' });
        new RabbitmqUser(site, 'glance', { password: 'x' });
        new RabbitmqVhost(site, '/');
      },
      { mode: 'plan' },
    );
  const outcomes = async (host: SimulatedHost) =>
    Object.fromEntries((await plan(host)).resources.map(({ reference, outcome }) => [reference, outcome]));

  it('is taken for a new one where there is none yet: guest and / are there', async () => {
    const host = new SimulatedHost({ programs: { systemctl: service } });
    expect(await outcomes(host)).to.include({
      'Rabbitmq_user[guest]': 'will',
      'Rabbitmq_user[glance]': 'will',
    });
  });

  it('may have anything where it has run before', async () => {
    const files = { '/var/lib/rabbitmq/mnesia/rabbit@vm/x': '' };
    const host = new SimulatedHost({ programs: { systemctl: service }, files });
    expect(await outcomes(host)).to.include({
      'Rabbitmq_user[guest]': 'may',
      'Rabbitmq_user[glance]': 'may',
      'Rabbitmq_vhost[/]': 'may',
    });
  });

  it('fails with what it said where nothing is to start it', async () => {
    const host = new SimulatedHost({
      programs: { rabbitmqctl: () => ({ status: 69, stderr: 'Error: unable to perform an operation\n' }) },
    });
    const report = await converge(host, (site) => void new RabbitmqUser(site, 'u', { password: 'x' }));
    expect(only(report)?.reason).to.equal(
      'its state cannot be read: rabbitmqctl reports: Error: unable to perform an operation',
    );
  });

  it('fails where it is not installed', async () => {
    const report = await converge(new SimulatedHost(), (site) => void new RabbitmqVhost(site, 'v'));
    expect(only(report)?.reason).to.match(/RabbitMQ is not installed on simulated/);
  });
});

describe('the order of things of a broker', () => {
  const required = (
    type: {
      readonly definition: { readonly autorequire?: (desired: never, catalog: never) => Iterable<unknown> };
    },
    desired: Readonly<Record<string, unknown>>,
  ) => [...(type.definition.autorequire?.(desired as never, undefined as never) ?? [])].map(String);

  it('follows from their names: the service, the virtual host, the account, what is bound', () => {
    expect(required(RabbitmqUser, { name: 'u' })).to.deep.equal(['Service[rabbitmq-server]']);
    expect(required(RabbitmqUserPermissions, { name: 'u@x@v' })).to.deep.equal([
      'Service[rabbitmq-server]',
      'Rabbitmq_vhost[v]',
      'Rabbitmq_user[u@x]',
    ]);
    expect(required(RabbitmqPolicy, { name: 'p@/' })).to.deep.equal([
      'Service[rabbitmq-server]',
      'Rabbitmq_vhost[/]',
    ]);
    expect(required(RabbitmqQueue, { name: 'q@v', user: 'guest' })).to.deep.equal([
      'Service[rabbitmq-server]',
      'Rabbitmq_vhost[v]',
      'Rabbitmq_user[guest]',
      'Rabbitmq_user_permissions[guest@v]',
    ]);
    const binding = { source: 'e', destination: 'q', vhost: 'v', destination_type: 'queue', user: 'u' };
    expect(required(RabbitmqBinding, binding)).to.include.members([
      'Rabbitmq_exchange[e@v]',
      'Rabbitmq_queue[q@v]',
    ]);
  });
});
