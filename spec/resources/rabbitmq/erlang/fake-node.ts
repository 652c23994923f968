import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { ByteStream } from '../../../../src/resources/rabbitmq/erlang/byte-stream.js';
import { decodeTerms } from '../../../../src/resources/rabbitmq/erlang/decode-term.js';
import { encodeTerm } from '../../../../src/resources/rabbitmq/erlang/encode-term.js';
import { atom, type Term, type Tuple, tuple } from '../../../../src/resources/rabbitmq/erlang/term.js';

/** What a fake node does with a call: answers, or says nothing for ever. */
export type Behaviour = (module: string, name: string, args: Term) => Term | undefined;

/** How a fake node shakes hands, where not as a real one. */
export interface Manners {
  /** The word with which it answers an introduction. @default 'sok' */
  readonly status?: string;
  /** What it sends as the proof that it knows the cookie, in answer to the other side's. */
  readonly proof?: (reply: Buffer) => Buffer;
}

/** The other side of the protocol, for what a real node does not do at will: refuse, be silent, go away. */
export class FakeNode {
  readonly sockets: Socket[] = [];
  /** Frames without content that came: signs of life. */
  signs = 0;
  /** How the other side introduced itself last. */
  introduction: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly server: Server,
    private readonly manners: Manners,
  ) {}

  static async listen(cookie: string, behaviour: Behaviour, manners: Manners = {}): Promise<FakeNode> {
    const server = createServer();
    const node = new FakeNode(server, manners);
    server.on('connection', (socket) => {
      node.sockets.push(socket);
      node.#serve(new ByteStream(socket), cookie, behaviour).catch(() => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return node;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  async #serve(bytes: ByteStream, cookie: string, behaviour: Behaviour): Promise<void> {
    const { status = 'sok', proof } = this.manners;
    this.introduction = await receive(bytes);
    send(bytes, Buffer.from(status));
    const challenge = randomBytes(4);
    const flags = Buffer.alloc(8);
    const name = Buffer.from('rabbit@fake');
    send(bytes, Buffer.concat([Buffer.from('N'), flags, challenge, Buffer.alloc(4), sized(name)]));
    const reply = await receive(bytes);
    const digest = (number: number) => createHash('md5').update(`${cookie}${number}`).digest();
    if (proof !== undefined) send(bytes, proof(reply));
    else if (reply.subarray(5).equals(digest(challenge.readUInt32BE(0))))
      send(bytes, Buffer.concat([Buffer.from('a'), digest(reply.readUInt32BE(1))]));
    else throw new Error('another cookie');
    bytes.write(Buffer.alloc(4));
    for (;;) {
      const size = (await bytes.read(4)).readUInt32BE(0);
      if (size === 0) this.signs += 1;
      else answer(bytes, await bytes.read(size), behaviour);
    }
  }
}

function answer(bytes: ByteStream, frame: Buffer, behaviour: Behaviour): void {
  const [, message] = decodeTerms(frame.subarray(1));
  const [, from, request] = (message as Tuple).elements as [Term, Tuple, Tuple];
  const [, module, name, args] = request.elements as [Term, { name: string }, { name: string }, Term];
  const [process, reference] = from.elements as [Term, Term];
  const term = behaviour(module.name, name.name, args);
  if (term === undefined) return;
  const body = Buffer.concat([
    Buffer.from([112]),
    encodeTerm(tuple(2, atom(''), process)),
    encodeTerm(tuple(reference, term)),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length, 0);
  bytes.write(Buffer.concat([size, body]));
}

function sized(text: Buffer): Buffer {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(text.length, 0);
  return Buffer.concat([size, text]);
}

function send(bytes: ByteStream, message: Buffer): void {
  bytes.write(sized(message));
}

async function receive(bytes: ByteStream): Promise<Buffer> {
  return Buffer.from(await bytes.read((await bytes.read(2)).readUInt16BE(0)));
}
