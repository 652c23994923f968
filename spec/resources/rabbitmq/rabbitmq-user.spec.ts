import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { AttributesOf } from '../../../src/catalog/index.js';
import { atom, binary, type Term, tuple } from '../../../src/resources/rabbitmq/erlang/term.js';
import { RabbitmqUser } from '../../../src/resources/rabbitmq/index.js';
import { converge, errorsOf, only } from '../converge.js';
import { SimulatedBroker } from './simulated-broker.js';

type Attributes = AttributesOf<typeof RabbitmqUser.definition.attributes>;

const notFound = tuple(atom('error'), atom('not_found'));

/** An account as the broker keeps it. */
function account(name: string, password: string, tags: readonly string[] = [], algorithm = 'sha256'): Term {
  const salt = Buffer.from([1, 2, 3, 4]);
  const hash =
    password === '' ? salt.subarray(4) : createHash(algorithm).update(salt).update(password).digest();
  const stored = password === '' ? Buffer.alloc(0) : Buffer.concat([salt, hash]);
  const record = tuple(
    atom('internal_user'),
    binary(name),
    stored,
    tags.map(atom),
    atom(`rabbit_password_hashing_${algorithm}`),
    [],
  );
  return tuple(atom('ok'), record);
}

async function told(found: Term, given: Attributes, name = 'glance') {
  const broker = new SimulatedBroker({ 'rabbit_auth_backend_internal:lookup_user': found });
  const report = await converge(broker, (site) => void new RabbitmqUser(site, name, given));
  const calls = broker.calls.filter((call) => !call.includes('lookup'));
  return { report, broker, calls: calls.map((call) => call.replace('auth_backend_internal:', '')) };
}

describe('rabbitmq_user', () => {
  it('is made with its password, and then gets its tags', async () => {
    const { calls } = await told(notFound, { password: 'secret', admin: true, tags: ['monitoring'] });
    expect(calls).to.deep.equal([
      'add_user("glance", "secret", "glance-apply")',
      'set_tags("glance", [monitoring,administrator], "glance-apply")',
    ]);
  });

  it('is in sync where the password belongs to the hash, with each of the algorithms', async () => {
    for (const algorithm of ['sha256', 'sha512', 'md5']) {
      const { report, calls } = await told(account('glance', 'secret', ['administrator'], algorithm), {
        password: 'secret',
        admin: true,
      });
      expect(report.resources).to.deep.equal([]);
      expect(calls).to.deep.equal([]);
    }
  });

  it('gets another password where it has another one or none, and neither is shown', async () => {
    for (const old of ['before', '']) {
      const { report, calls } = await told(account('glance', old), { password: 'secret' });
      expect(calls).to.deep.equal(['change_password("glance", "secret", "glance-apply")']);
      expect(only(report)?.changes).to.deep.equal([
        { property: 'password', from: old === '' ? undefined : '[redacted]', to: '[redacted]' },
      ]);
      expect(JSON.stringify(report)).not.to.include('secret"');
    }
  });

  it('keeps its password where none is said', async () => {
    const { report } = await told(account('glance', 'anything'), {});
    expect(report.resources).to.deep.equal([]);
  });

  it('gets its tags where they differ, whatever their order', async () => {
    const tags = ['b', 'a'];
    expect((await told(account('x', 'p', ['a', 'b']), { tags })).calls).to.deep.equal([]);
    expect((await told(account('x', 'p', ['a', 'administrator']), { tags })).calls).to.deep.equal([
      'set_tags("glance", [b,a], "glance-apply")',
    ]);
  });

  it('is removed', async () => {
    const { calls } = await told(account('glance', 'p'), { ensure: 'absent' });
    expect(calls).to.deep.equal(['delete_user("glance", "glance-apply")']);
  });

  it('cannot be created without a password, and says so', async () => {
    const { report, calls } = await told(notFound, {});
    expect(only(report)?.reason).to.match(/cannot be created without a password/);
    expect(calls).to.deep.equal([]);
  });

  it('may have any name and password: neither is ever a word of a command line', async () => {
    const name = `a'b"c\`id\`$(id) %s ünï\\`;
    const { calls, broker } = await told(notFound, { password: '"). os:cmd("id").' }, name);
    expect(calls).to.deep.equal([`add_user("${name}", ""). os:cmd("id").", "glance-apply")`]);
    for (const { argv } of broker.commands) expect(argv).to.deep.equal(['rabbitmqctl', '--quiet', 'eval']);
  });

  it('says what the broker says where it refuses', async () => {
    const broker = new SimulatedBroker({
      'rabbit_auth_backend_internal:lookup_user': notFound,
      'rabbit_auth_backend_internal:add_user': tuple(atom('error'), binary('password is too short')),
    });
    const report = await converge(broker, (site) => void new RabbitmqUser(site, 'glance', { password: 'x' }));
    expect(only(report)?.reason).to.equal('RabbitMQ reports: password is too short');
  });

  it('has no tag for what admin says', async () => {
    const said = await errorsOf((site) => void new RabbitmqUser(site, 'x', { tags: ['administrator'] }));
    expect(said).to.match(/use admin: true/);
  });
});
