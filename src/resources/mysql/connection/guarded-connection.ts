import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';
import type { Connection } from 'mysql2';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { TlsSettings } from './tls-settings.js';

/** What the library does with its stream, which its types do not show. */
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
 * Stands between a connection that is still to be greeted and its stream. What the server sends is counted, and ends the
 * connection where it is too much or means nothing: the library throws into the stream's own events. TLS is agreed on as
 * the settings say: the library's own way knows no lists of revoked certificates, and compares the name of a certificate
 * with no address.
 */
export class GuardedConnection {
  readonly #internals: ConnectionInternals;
  readonly #stream: Duplex;
  #allowance = Number.POSITIVE_INFINITY;
  #values = Number.POSITIVE_INFINITY;
  /** Bytes that may come in clear before TLS: those of the greeting, once it has begun. */
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
      raise('mysql.answer', 'this release of mysql2 is not built as it is expected to be');
    this.#guard(this.#stream);
    this.#countValues();
    // The library goes on with such packets, and writes a warning on the console.
    connection.on('warn', () => {
      raise('mysql.answer', 'its packets come out of order');
    });
  }

  /** Lets the server send so many bytes from now on, and so many values in them. */
  allow(bytes: number, values: number): void {
    this.#allowance = bytes;
    this.#values = values;
  }

  /** Ends it at once; what is under way fails with the reason. */
  destroy(reason: Error): void {
    this.#stream.destroy(reason);
    this.#internals.stream.destroy();
  }

  /** Ends it once a signal says so. */
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
        // Ciphers or certificates that mean nothing to OpenSSL.
        done(error as Error);
      }
    };
  }

  #guard(stream: Duplex): void {
    stream.removeAllListeners('data');
    stream.on('data', (bytes: Buffer) => {
      this.#allowance -= bytes.length;
      try {
        if (this.#allowance < 0) raise('mysql.answer', 'it is longer than a database server may answer');
        if (this.#isSecured && stream === this.#stream) this.#countClear(bytes);
        this.#internals.packetParser.execute(bytes);
      } catch (cause) {
        const error = new Error(`its answer cannot be read: ${messageOf(cause)}`, { cause });
        this.destroy(Object.assign(error, { code: 'ANSWER_UNREADABLE' }));
      }
    });
  }

  /** A packet is a row, a column or a result. The smallest of them take far more memory than bytes on the way. */
  #countValues(): void {
    const internals = this.#internals;
    const handle = internals.handlePacket.bind(internals);
    internals.handlePacket = (packet) => {
      if (packet !== undefined) this.#values -= Math.max(1, internals._command?._fieldCount ?? 1);
      if (this.#values < 0) raise('mysql.answer', 'it has more values than a database server may answer');
      handle(packet);
    };
  }

  /** Whoever stands in between could put answers behind the greeting, which would count as the server's own. */
  #countClear(bytes: Buffer): void {
    if (this.#clearAllowance === undefined && bytes.length < 3)
      raise('mysql.answer', 'its greeting comes in pieces');
    this.#clearAllowance ??= bytes.readUIntLE(0, 3) + 4;
    this.#clearAllowance -= bytes.length;
    if (this.#clearAllowance < 0) raise('mysql.answer', 'it says more than its greeting before TLS');
  }
}

function toIdentityOptions(verify: TlsSettings['verify'], name: string): ConnectionOptions {
  return {
    host: name,
    rejectUnauthorized: verify !== 'nothing',
    ...(verify === 'identity' ? {} : { checkServerIdentity: () => undefined }),
  };
}
