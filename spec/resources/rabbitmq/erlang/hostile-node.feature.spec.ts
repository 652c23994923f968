import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect } from 'chai';
import { NETWORK_BOUNDS } from '../../../../src/hosts/network-bounds.js';
import { ByteStream } from '../../../../src/resources/rabbitmq/erlang/byte-stream.js';
import { decodeTerms } from '../../../../src/resources/rabbitmq/erlang/decode-term.js';
import { lookUpPort } from '../../../../src/resources/rabbitmq/erlang/epmd.js';
import { ErlangNode } from '../../../../src/resources/rabbitmq/erlang/erlang-node.js';
import { atom } from '../../../../src/resources/rabbitmq/erlang/term.js';
import { cpuTime } from '../../../cpu-time.js';
import { FakeNode } from './fake-node.js';

/** Connects to a server that does what it likes, while something is done. */
async function over<T>(behave: (socket: Socket) => void, use: (socket: Socket) => Promise<T>): Promise<T> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    behave(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  try {
    return await use(socket);
  } finally {
    socket.destroy();
    for (const one of sockets) one.destroy();
    server.close();
  }
}

function flooding(socket: Socket): void {
  const more = () => {
    while (!socket.destroyed && socket.write(Buffer.alloc(100_000, 7)));
  };
  socket.on('drain', more);
  more();
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: Error) => error.message,
  );

describe('a node of Erlang that is hostile', () => {
  const terms: readonly [what: string, bytes: readonly number[] | Buffer, said: RegExp][] = [
    ['a list of billions', [131, 108, 255, 255, 255, 255], /incomplete/],
    ['a tuple of billions', [131, 105, 255, 255, 255, 255], /incomplete/],
    ['a map of billions', [131, 116, 255, 255, 255, 255], /incomplete/],
    ['a number of gigabytes', [131, 111, 255, 255, 255, 255, 0], /longer than 1024 bytes/],
    ['a function of gigabytes', [131, 112, 255, 255, 255, 255], /incomplete/],
    ['a string of bits of gigabytes', [131, 77, 255, 255, 255, 255, 1], /incomplete/],
    ['something that is no term', [131, 1], /unknown tag/],
    [
      'lists in lists without an end',
      Buffer.concat([Buffer.from([131]), deep(100_000)]),
      /nested deeper than 500/,
    ],
    [
      'millions of empty lists',
      Buffer.concat([Buffer.from([131, 108, 0, 0x30, 0, 0]), Buffer.alloc(0x300000, 106)]),
      /more than 2000000 terms/,
    ],
    [
      'processes in processes, around a large text',
      Buffer.concat([
        Buffer.from([131]),
        Buffer.alloc(400, 103),
        Buffer.from([109, 2, 0, 0, 0]),
        Buffer.alloc(0x2000000),
        Buffer.alloc(400 * 9),
      ]),
      /has no name/,
    ],
  ];
  for (const [what, bytes, said] of terms) {
    it(`that sends ${what} is refused in time`, () => {
      const spent = cpuTime(() => expect(() => decodeTerms(Buffer.from(bytes))).to.throw(said));
      expect(spent).to.be.below(10_000);
    });
  }

  it('is not suspected of anything while it keeps to the bounds', () => {
    const { erlangDepth, erlangTerms } = NETWORK_BOUNDS;
    // The list and what ends it are terms themselves.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(erlangTerms - 2);
    const many = Buffer.concat([Buffer.from([131, 108]), length, Buffer.alloc(erlangTerms - 1, 106)]);
    expect(decodeTerms(many)[0]).to.have.length(erlangTerms - 2);
    const nested = (levels: number) =>
      decodeTerms(Buffer.concat([Buffer.from([131]), deep(levels), Buffer.alloc(levels + 1, 106)]));
    expect(nested(erlangDepth - 1)).to.have.length(1);
    expect(() => nested(erlangDepth)).to.throw(`nested deeper than ${erlangDepth}`);
  });

  it('that announces a message of gigabytes is left', async () => {
    const fake = await FakeNode.listen('a cookie', () => atom('ok'));
    const node = await ErlangNode.connect(connect(fake.port, '127.0.0.1'), 'a cookie', 2);
    fake.sockets[0]?.write(Buffer.from([255, 255, 255, 255]));
    expect(await failure(node.call({ module: 'm', function: 'f', args: [] }, 5))).to.match(/at once|closed/);
    node.close();
    fake.close();
  });

  it('is not read ahead of', () =>
    over(flooding, async (socket) => {
      const bytes = new ByteStream(socket);
      await bytes.read(10);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(socket.bytesRead).to.be.below(2_000_000);
      expect((await bytes.read(500_000)).every((byte) => byte === 7)).to.equal(true);
    }));

  it('that asks without an end whether this side is there has no answers piled up for it', async () => {
    const fake = await FakeNode.listen('a cookie', () => undefined);
    const stream = connect(fake.port, '127.0.0.1');
    const node = await ErlangNode.connect(stream, 'a cookie', 2);
    const [socket] = fake.sockets as [Socket];
    // As where the other side takes nothing, and the operating system's own buffers are full.
    stream.cork();
    const before = stream.bytesRead;
    socket.write(Buffer.alloc(400_000));
    while (stream.bytesRead < before + 400_000) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(stream.writableLength).to.be.within(1, 100);
    node.close();
    fake.close();
  });

  it('that says nothing is given up, and its port mapper', async () => {
    expect(
      await over(
        () => {},
        (socket) => failure(lookUpPort(socket, 'rabbit', 0.1)),
      ),
    ).to.contain('no response within');
    expect(
      await over(
        () => {},
        (socket) => failure(ErlangNode.connect(socket, 'c', 0.1)),
      ),
    ).to.contain('no response within');
    expect(await over(flooding, (socket) => failure(ErlangNode.connect(socket, 'c', 2)))).not.to.equal(
      'none',
    );
  });

  it('is left when the run is interrupted', async () => {
    const fake = await FakeNode.listen('a cookie', () => undefined);
    const node = await ErlangNode.connect(connect(fake.port, '127.0.0.1'), 'a cookie', 2);
    const interrupt = new AbortController();
    const call = failure(node.call({ module: 'm', function: 'f', args: [] }, 60, interrupt.signal));
    interrupt.abort(new Error('the run was interrupted'));
    expect(await call).to.equal('the run was interrupted');
    expect(node.lost?.message).to.equal('the run was interrupted');
    fake.close();
  });
});

function deep(levels: number): Buffer {
  const one = Buffer.from([108, 0, 0, 0, 1]);
  return Buffer.concat(Array.from({ length: levels }, () => one));
}
