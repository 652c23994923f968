import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { lookUpPort } from '../../../../src/resources/rabbitmq/erlang/epmd.js';
import { ErlangNode } from '../../../../src/resources/rabbitmq/erlang/erlang-node.js';
import { HandshakeRefused } from '../../../../src/resources/rabbitmq/erlang/handshake.js';
import { atom, binary, type Term, tuple } from '../../../../src/resources/rabbitmq/erlang/term.js';
import { type Behaviour, FakeNode, type Manners } from './fake-node.js';

const COOKIE = 'a cookie';

describe('a connection to an Erlang node', () => {
  let fake: FakeNode;
  let node: ErlangNode | undefined;
  const greet = async (behaviour: Behaviour, cookie = COOKIE, manners?: Manners) => {
    fake = await FakeNode.listen(COOKIE, behaviour, manners);
    node = await ErlangNode.connect(connect(fake.port, '127.0.0.1'), cookie, 2);
    return node;
  };
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error as Error,
    );
  const call = (name: string, ...args: readonly Term[]) => ({ module: 'm', function: name, args });

  afterEach(() => {
    node?.close();
    node = undefined;
    fake.close();
  });

  it('has functions called, many at once, and gives each its own answer', async () => {
    const echo = await greet((module, name, args) => tuple(atom(module), atom(name), args));
    const names = Array.from({ length: 300 }, (_, at) => `f${at}`);
    const answers = await Promise.all(names.map((name) => echo.call(call(name, binary(name)), 5)));
    expect(answers).to.deep.equal(names.map((name) => tuple(atom('m'), atom(name), [binary(name)])));
  });

  it('answers the node that asks whether it is still there', async () => {
    const echo = await greet(() => atom('ok'));
    await echo.call(call('f'), 5);
    expect(fake.signs).to.equal(1);
  });

  it('is introduced as that of a hidden node which knows all that nodes of Erlang 26 insist on', async () => {
    await greet(() => atom('ok'));
    const { introduction } = fake;
    expect(introduction.subarray(0, 1).toString()).to.equal('N');
    // The flags of DFLAG_DIST_MANDATORY_25 and _26; DFLAG_PUBLISHED, the lowest bit, is that of nodes that are not hidden.
    expect(introduction.readBigUInt64BE(1).toString(16)).to.equal('403070f94');
    expect(introduction.readUInt16BE(13)).to.equal(introduction.length - 15);
    expect(introduction.subarray(15).toString()).to.match(/^[^@]+@[^@]+$/);
  });

  it('is refused with another cookie, which is never sent', async () => {
    const error = await failure(greet(() => atom('ok'), 'another'));
    expect(error).to.be.instanceOf(HandshakeRefused);
    expect(error?.message).to.match(/cookie/);
  });

  for (const [what, proof] of [
    ['makes its proof up', () => Buffer.from('a0123456789abcdef')],
    ['sends our own proof back', (reply: Buffer) => Buffer.concat([Buffer.from('a'), reply.subarray(5)])],
    ['sends the beginning of a proof', () => Buffer.from('a')],
    ['sends nothing as its proof', () => Buffer.alloc(0)],
  ] as const) {
    it(`is refused to a node that does not know the cookie and ${what}`, async () => {
      const error = await failure(greet(() => atom('ok'), COOKIE, { proof }));
      expect(error).to.be.instanceOf(HandshakeRefused);
      expect(error?.message).to.equal('the node has a different cookie');
    });
  }

  it('is refused to a node that sends a proof again which another connection was given', async () => {
    let proof = Buffer.alloc(0);
    await greet(() => atom('ok'), COOKIE, {
      proof: (reply) => {
        const digest = createHash('md5').update(`${COOKIE}${reply.readUInt32BE(1)}`);
        proof = Buffer.concat([Buffer.from('a'), digest.digest()]);
        return proof;
      },
    });
    node?.close();
    fake.close();
    const error = await failure(greet(() => atom('ok'), COOKIE, { proof: () => proof }));
    expect(proof).to.have.length(17);
    expect(error).to.be.instanceOf(HandshakeRefused);
  });

  it('says with which word a node refuses it', async () => {
    const error = await failure(greet(() => atom('ok'), COOKIE, { status: 'snot_allowed' }));
    expect(error).to.be.instanceOf(HandshakeRefused);
    expect(error?.message).to.match(/'not_allowed'/);
  });

  it('gives up a call that nobody answers, and goes on with others', async () => {
    const half = await greet((_module, name) => (name === 'silent' ? undefined : atom('ok')));
    const silent = failure(half.call(call('silent'), 0.05));
    expect(await half.call(call('f'), 5)).to.deep.equal(atom('ok'));
    expect((await silent)?.message).to.equal('no response within 0.05 seconds');
  });

  it('is lost with the node, and all that was asked with it', async () => {
    const doomed = await greet(() => undefined);
    const asked = [failure(doomed.call(call('f'), 5)), failure(doomed.call(call('g'), 5))];
    await sleep(20);
    for (const socket of fake.sockets) socket.destroy();
    for (const error of await Promise.all(asked)) expect(error?.message).to.match(/closed|reset/i);
    expect(doomed.lost).to.be.instanceOf(Error);
    expect((await failure(doomed.call(call('h'), 5)))?.message).to.match(/closed|reset/i);
  });

  it('is given up where nobody says anything', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const error = await failure(ErlangNode.connect(connect(port, '127.0.0.1'), COOKIE, 0.05));
    mute.close();
    fake = await FakeNode.listen(COOKIE, () => undefined);
    expect(error?.message).to.equal('no response within 0.05 seconds');
  });
});

describe("Erlang's port mapper", () => {
  const mapped = async (reply: readonly number[]) => {
    const asked: Buffer[] = [];
    const mapper = createServer((socket) => {
      socket.on('data', (bytes: Buffer) => {
        asked.push(bytes);
        socket.end(Buffer.from(reply));
      });
    }).listen(0, '127.0.0.1');
    await once(mapper, 'listening');
    const { port } = mapper.address() as AddressInfo;
    const found = await lookUpPort(connect(port, '127.0.0.1'), 'rabbit', 2);
    mapper.close();
    return [found, Buffer.concat(asked).toString('latin1')] as const;
  };

  it('is asked for the port of a node', async () => {
    expect(await mapped([119, 0, 0x64, 0x48, 77, 0])).to.deep.equal([25672, '\0\x07zrabbit']);
  });

  it('may know no such node', async () => {
    expect((await mapped([119, 1]))[0]).to.equal(undefined);
  });
});
