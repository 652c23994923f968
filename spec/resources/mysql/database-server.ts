import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Certificate } from '../../certificates.js';

/** What a server of a spec does in place of letting somebody in. */
export interface Behaviour {
  /** TLS is offered with it. @default none is offered */
  readonly certificate?: Certificate | undefined;
  /** The method that the greeting names. @default mysql_native_password */
  readonly method?: string;
  /** Payloads that are sent one after the other, each after something has come, before anybody is let in. */
  readonly demands?: readonly Buffer[];
  /** Payloads that are sent together with the greeting. @default none */
  readonly early?: readonly Buffer[];
  /** Called in place of a greeting. */
  readonly instead?: (socket: Socket) => void;
  /** Answers a question, the payload of which has a number. @default with an error */
  readonly answer?: (stream: Duplex, number: number) => void;
}

/** A database server of a spec's own, which remembers every byte that it was sent. */
export interface DatabaseServer {
  readonly port: number;
  /** What came, in clear: inside of TLS where it was agreed on. */
  received(): Buffer;
  /** How many have logged in. */
  readonly letIn: { count: number };
  /** Whether the client has only asked for TLS, at most. */
  heardNothing(): boolean;
}

/** Has the client log in anew by another method. */
export function switchTo(method: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe]), Buffer.from(`${method}\0`), NONCE, Buffer.from([0])]);
}

/** More of a method's own. */
export function more(bytes: string | readonly number[]): Buffer {
  return Buffer.concat([
    Buffer.from([1]),
    typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes),
  ]);
}

const NONCE = Buffer.from('abcdefghijklmnopqrst');
const OK = Buffer.from([0, 0, 0, 2, 0, 0, 0]);
const ERROR = Buffer.concat([
  Buffer.from([0xff, 0xe9, 0x03, 0x23]),
  Buffer.from('HY000nobody is asked here'),
]);

/** Serves while something is done, and no longer. */
export async function servingDatabase<T>(
  behaviour: Behaviour,
  use: (server: DatabaseServer) => Promise<T>,
): Promise<T> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const letIn = { count: 0 };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (behaviour.instead === undefined) greet(socket, behaviour, heard, letIn);
    else {
      socket.on('data', (bytes: Buffer) => heard.push(bytes));
      behaviour.instead(socket);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const received = () => Buffer.concat(heard);
    const heardNothing = () => received().length === 0;
    return await use({ port: (server.address() as AddressInfo).port, received, letIn, heardNothing });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

function refuse(stream: Duplex, number: number): void {
  stream.write(packet(number, ERROR));
}

function greet(socket: Socket, behaviour: Behaviour, heard: Buffer[], letIn: { count: number }): void {
  const { certificate, method = 'mysql_native_password', demands = [], answer = refuse } = behaviour;
  const left = [...demands];
  let isIn = false;
  const talk = (stream: Duplex) => {
    stream.on('error', () => {});
    stream.on('data', (bytes: Buffer) => {
      // A request for TLS has a length of its own; what follows may have come with it.
      if (certificate !== undefined && stream === socket && bytes[0] === 32)
        return upgrade(bytes.subarray(36));
      heard.push(bytes);
      const number = (bytes[3] ?? 0) + 1;
      if (isIn) answer(stream, number);
      else {
        const next = left.shift();
        if (next === undefined) {
          isIn = true;
          letIn.count += 1;
        }
        stream.write(packet(number, next ?? OK));
      }
    });
  };
  const upgrade = (rest: Buffer) => {
    socket.removeAllListeners('data');
    socket.pause();
    socket.unshift(rest);
    const { cert, key } = certificate as Certificate;
    talk(new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ cert, key }) }));
  };
  talk(socket);
  const first = [greeting(method, certificate !== undefined), ...(behaviour.early ?? [])];
  // Behind a request for TLS the next packet is the third.
  socket.write(Buffer.concat(first.map((payload, at) => packet(at * 2, payload))));
}

function greeting(method: string, withTls: boolean): Buffer {
  const low = 0x8200 | (withTls ? 0x800 : 0);
  return Buffer.concat([
    Buffer.from('\x0a8.0.36\0\x01\0\0\0', 'latin1'),
    NONCE.subarray(0, 8),
    Buffer.from([0, low & 255, low >> 8, 45, 2, 0, 0x08, 0, 21, ...new Array<number>(10).fill(0)]),
    NONCE.subarray(8),
    Buffer.from(`\0${method}\0`),
  ]);
}

/** A packet with its header. */
export function packet(number: number, payload: Buffer): Buffer {
  const { length } = payload;
  return Buffer.concat([
    Buffer.from([length & 255, (length >> 8) & 255, length >> 16, number & 255]),
    payload,
  ]);
}
