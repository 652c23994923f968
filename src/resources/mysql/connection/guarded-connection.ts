import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';
import type { Connection } from 'mysql2';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { TlsSettings } from './tls-settings.js';

/** Members of the library's connection that its types do not declare. */
interface ConnectionInternals {
  stream: Duplex;
  readonly packetParser: { execute(bytes: Buffer): void };
  startTLS(onSecure: (error?: Error) => void): void;
  _handleNetworkError(error: Error): void;
  /** Called without a packet where the next command begins. */
  handlePacket(packet?: unknown): void;
  /** What is under way; a question knows how many columns its answer has. */
  readonly _command?: { readonly _fieldCount?: number | null } | undefined;
}

/**
 * Guards the stream of a connection before the handshake. Too many bytes, or bytes that the library cannot parse, end the
 * connection: the library itself throws from events of the stream. TLS is negotiated here, because the library supports no
 * revocation lists and does not compare the name in the certificate with an address.
 */
export class GuardedConnection {
  readonly #internals: ConnectionInternals;
  readonly #stream: Duplex;
  #allowance = Number.POSITIVE_INFINITY;
  #values = Number.POSITIVE_INFINITY;
  /** The number of bytes that may arrive unencrypted before TLS: those of the handshake packet. */
  #clearAllowance: number | undefined;
  #isSecured = false;

  constructor(connection: Connection) {
    this.#internals = connection as unknown as ConnectionInternals;
    this.#stream = this.#internals.stream;
    if (
      typeof this.#internals.startTLS !== 'function' ||
      this.#internals.packetParser === undefined ||
      typeof this.#internals.handlePacket !== 'function'
    )
      raise('mysql.answer', 'this release of mysql2 is not compatible');
    this.#guard(this.#stream);
    this.#countValues();
    // The library accepts such packets, and prints a warning to the console.
    connection.on('warn', () => {
      raise('mysql.answer', 'its packets are out of order');
    });
  }

  /** Limits the number of bytes that the server may send from now on, and the number of values in them. */
  allow(bytes: number, values: number): void {
    this.#allowance = bytes;
    this.#values = values;
  }

  /** Ends the connection; queries in progress fail with the reason. */
  destroy(reason: Error): void {
    this.#stream.destroy(reason);
    this.#internals.stream.destroy();
  }

  /** Ends the connection when a signal is aborted. */
  destroyOn(signal: AbortSignal): void {
    const end = () => this.destroy(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  }

  /** @param name The name or address that the server's certificate has to be for. */
  secure({ verify, ...context }: TlsSettings, name: string): void {
    const inside = this.#internals;
    this.#isSecured = true;
    inside.startTLS = (done) => {
      let isSecure = false;
      const { stream } = inside;
      stream.removeAllListeners('data');
      try {
        const secured = connect({ ...context, ...toIdentityOptions(verify, name), socket: stream });
        inside.stream = secured;
        secured.on('error', (error) => (isSecure ? inside._handleNetworkError(error) : done(error)));
        secured.once('secureConnect', () => {
          isSecure = true;
          done();
        });
        this.#guard(secured);
      } catch (error) {
        // Ciphers or certificates that OpenSSL does not accept.
        done(error as Error);
      }
    };
  }

  #guard(stream: Duplex): void {
    stream.removeAllListeners('data');
    stream.on('data', (bytes: Buffer) => {
      this.#allowance -= bytes.length;
      try {
        if (this.#allowance < 0) raise('mysql.answer', 'it exceeds the size limit for a database server');
        if (this.#isSecured && stream === this.#stream) this.#countClear(bytes);
        this.#internals.packetParser.execute(bytes);
      } catch (cause) {
        const error = new Error(`its response cannot be read: ${messageOf(cause)}`, { cause });
        this.destroy(Object.assign(error, { code: 'ANSWER_UNREADABLE' }));
      }
    });
  }

  /** Limits the number of values. A packet is a row, a column or a result; small ones take far more memory than bytes. */
  #countValues(): void {
    const internals = this.#internals;
    const handle = internals.handlePacket.bind(internals);
    internals.handlePacket = (packet) => {
      if (packet !== undefined) this.#values -= Math.max(1, internals._command?._fieldCount ?? 1);
      if (this.#values < 0) raise('mysql.answer', 'it has more values than a database server may send');
      handle(packet);
    };
  }

  /** An attacker could append responses to the handshake packet, which would be taken for the server's. */
  #countClear(bytes: Buffer): void {
    if (this.#clearAllowance === undefined && bytes.length < 3)
      raise('mysql.answer', 'its handshake packet is incomplete');
    this.#clearAllowance ??= bytes.readUIntLE(0, 3) + 4;
    this.#clearAllowance -= bytes.length;
    if (this.#clearAllowance < 0) raise('mysql.answer', 'it sends more than its handshake packet before TLS');
  }
}

function toIdentityOptions(verify: TlsSettings['verify'], name: string): ConnectionOptions {
  return {
    host: name,
    rejectUnauthorized: verify !== 'nothing',
    ...(verify === 'identity' ? {} : { checkServerIdentity: () => undefined }),
  };
}
