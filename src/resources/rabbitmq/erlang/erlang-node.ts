import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { ByteStream } from './byte-stream.js';
import { decodeTerms } from './decode-term.js';
import { encodeAtom, encodeTerm } from './encode-term.js';
import { performHandshake } from './handshake.js';
import { ErlangProtocolError } from './protocol-error.js';
import { atom, Opaque, type Term, Tuple, tuple } from './term.js';

/** A call of a function of an Erlang node. */
export interface Call {
  readonly module: string;
  readonly function: string;
  readonly args: readonly Term[];
}

/** The type of messages without an atom cache. */
const PASS_THROUGH = 112;
/** The control message that sends to a process by its registered name. */
const REG_SEND = 6;

interface Pending {
  resolve(answer: Term): void;
  reject(error: Error): void;
}

/**
 * A connection to an Erlang node in Erlang's distribution protocol, which `rabbitmqctl` uses as well after it has started
 * its own virtual machine.
 */
export class ErlangNode {
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #lost: Error | undefined;

  private constructor(
    private readonly bytes: ByteStream,
    private readonly name: string,
    private readonly creation: number,
  ) {
    this.#listen().catch((error: Error) => this.#disconnect(error));
  }

  /**
   * Introduces this process to the node at the other end of a connection.
   * @param timeout Seconds.
   * @throws {HandshakeRefused}
   */
  static async connect(stream: Duplex, cookie: string, timeout: number): Promise<ErlangNode> {
    const bytes = new ByteStream(stream);
    const name = `glance_apply_${process.pid}_${randomBytes(4).toString('hex')}@localhost`;
    const creation = randomBytes(4).readUInt32BE(0);
    try {
      await bytes.within(timeout, performHandshake(bytes, name, creation, cookie));
    } catch (error) {
      bytes.destroy();
      throw error;
    }
    return new ErlangNode(bytes, name, creation);
  }

  /** Why the connection has ended; undefined while it is open. */
  get lost(): Error | undefined {
    return this.#lost;
  }

  /**
   * Calls a function of the node. What the function throws is returned as a result, as with Erlang's `catch`.
   * @param timeout Seconds.
   * @param signal Ends the call, and the connection.
   */
  call({ module, function: name, args }: Call, timeout: number, signal?: AbortSignal): Promise<Term> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    this.#last += 1;
    const id = this.#last;
    const from = this.#process();
    const request = tuple(
      atom('$gen_call'),
      tuple(from, this.#reference(id)),
      tuple(atom('call'), atom(module), atom(name), args, from),
    );
    const result = new Promise<Term>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#send(tuple(REG_SEND, from, atom(''), atom('rex')), request);
    const timer = setTimeout(() => {
      this.#pending.get(id)?.reject(new Error(`no response within ${timeout} seconds`));
    }, timeout * 1000);
    const onAbort = () => this.#disconnect(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
    return result.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      this.#pending.delete(id);
    });
  }

  close(): void {
    this.#disconnect(new Error('the connection was closed'));
  }

  async #listen(): Promise<void> {
    for (;;) {
      const size = (await this.bytes.read(4)).readUInt32BE(0);
      // A keepalive of the node. It is not answered while the previous answer has not been sent, so that none accumulate.
      if (size === 0) {
        if (this.bytes.stream.writableLength === 0) this.bytes.write(Buffer.alloc(4));
      } else if (size > NETWORK_BOUNDS.erlangMessageBytes)
        throw new ErlangProtocolError(`the node sends ${size} bytes at once`);
      else this.#receive(await this.bytes.read(size));
    }
  }

  #receive(frame: Buffer): void {
    if (frame[0] !== PASS_THROUGH)
      throw new ErlangProtocolError('the node sends a message type that was not negotiated');
    const [, message] = decodeTerms(frame.subarray(1));
    if (!(message instanceof Tuple)) return;
    const [reference, answer] = message.elements;
    if (!(reference instanceof Opaque) || answer === undefined) return;
    // The last word of the reference is the number of the call.
    this.#pending.get(reference.bytes.readUInt32BE(reference.bytes.length - 4))?.resolve(answer);
  }

  #send(control: Term, message: Term): void {
    const body = Buffer.concat([Buffer.from([PASS_THROUGH]), encodeTerm(control), encodeTerm(message)]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length, 0);
    this.bytes.write(Buffer.concat([size, body]));
  }

  /** The process that results are sent to, of which there is only one. */
  #process(): Opaque {
    return new Opaque(
      Buffer.concat([Buffer.from([88]), encodeAtom(this.name), toWords(1, 0, this.creation)]),
    );
  }

  #reference(id: number): Opaque {
    const head = Buffer.from([90, 0, 3]);
    return new Opaque(Buffer.concat([head, encodeAtom(this.name), toWords(this.creation, 0, 0, id)]));
  }

  #disconnect(error: Error): void {
    this.#lost ??= error;
    this.bytes.destroy();
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

function toWords(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    bytes.writeUInt32BE(value, at * 4);
  });
  return bytes;
}
