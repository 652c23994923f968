import type { Duplex } from 'node:stream';
import type { Connection, QueryResult } from 'mysql2/promise';
import { beginRequest, type Interrupts } from '../../engine/request-lifetime.js';
import { unsettled } from '../../errors/unsettled.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { GuardedConnection } from './guarded-connection.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';
import type { TlsSettings } from './tls-settings.js';
import { passwordMethods } from './withheld-password.js';

/** How to log in. */
export interface Credentials {
  readonly user: string;
  readonly password: string | undefined;
  /** Undefined for a connection without TLS. */
  readonly tls: TlsSettings | undefined;
  /** The name or address that the certificate of a server has to be for. */
  readonly name: string;
  /** Whether the connection ends at the right server, so that it may be told the password itself. */
  readonly isTrusted: boolean;
}

/** What a connection may take; smaller in specs. */
export type SqlBounds = Pick<typeof NETWORK_BOUNDS, 'sqlGreeting' | 'sqlAnswer' | 'sqlAnswerBytes'>;

/**
 * Talks to a server over a stream, in its own protocol. The library is loaded when it is needed, and before the stream
 * is opened: nobody would hear what went wrong with it in between.
 * @param interrupts What ends the connection, and whatever is asked over it.
 */
export async function connectProtocol(
  open: () => Promise<Duplex>,
  { user, password = '', tls, name, isTrusted }: Credentials,
  interrupts: Interrupts,
  bounds: { readonly [K in keyof SqlBounds]: number } = NETWORK_BOUNDS,
): Promise<SqlClient> {
  // All of it is in the default export, bundled or not.
  const { default: mysql } = await import('mysql2');
  const stream = await open().catch((error: unknown) => {
    throw sqlError(error);
  });
  const connection = mysql.createConnection({
    stream,
    user,
    password,
    ...(tls === undefined ? {} : { ssl: {} }),
    authPlugins: passwordMethods(isTrusted, password, mysql.authPlugins),
    charset: 'utf8mb4',
    connectTimeout: bounds.sqlGreeting * 1000,
    multipleStatements: true,
    // Everything as text: the command-line client knows nothing else.
    typeCast: (field) => field.string(),
  });
  const guarded = new GuardedConnection(connection);
  guarded.allow(bounds.sqlAnswerBytes);
  if (tls !== undefined) guarded.secure(tls, name);
  const lifetime = beginRequest(interrupts, 'reading');
  const giveUp = () => guarded.destroy(lifetime.signal.reason);
  lifetime.signal.addEventListener('abort', giveUp);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('connect', () => resolve());
      connection.on('error', reject);
      if (lifetime.signal.aborted) giveUp();
    });
    return new ProtocolClient(connection.promise(), guarded, interrupts, bounds);
  } catch (error) {
    guarded.destroy(new Error('the login failed'));
    throw sqlError(error);
  } finally {
    lifetime.release();
  }
}

class ProtocolClient implements SqlClient {
  alive = true;

  constructor(
    private readonly connection: Connection,
    private readonly guarded: GuardedConnection,
    private readonly interrupts: Interrupts,
    private readonly bounds: { readonly [K in keyof SqlBounds]: number },
  ) {
    const lost = () => {
      this.alive = false;
    };
    connection.on('error', lost);
    connection.on('end', lost);
  }

  async query(statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const { sqlAnswer, sqlAnswerBytes } = this.bounds;
    this.guarded.allow(sqlAnswerBytes);
    const late = () => this.guarded.destroy(tooLate(sqlAnswer));
    const timer = setTimeout(late, sqlAnswer * 1000);
    const lifetime = beginRequest(this.interrupts);
    const giveUp = () => this.guarded.destroy(lifetime.signal.reason);
    lifetime.signal.addEventListener('abort', giveUp);
    if (lifetime.signal.aborted) giveUp();
    try {
      const [result] = await this.connection.query<QueryResult>(statements.join(';\n'));
      return resultsOf(result, statements.length);
    } catch (error) {
      const refusal = sqlError(error);
      if (refusal instanceof SqlError && refusal.number !== undefined) throw refusal;
      this.alive = false;
      throw refusal instanceof Error ? unsettled(refusal) : refusal;
    } finally {
      clearTimeout(timer);
      lifetime.release();
    }
  }

  async close(): Promise<void> {
    const { alive } = this;
    this.alive = false;
    if (!alive) return this.guarded.destroy(new Error('the connection was closed'));
    const late = () => this.guarded.destroy(tooLate(this.bounds.sqlGreeting));
    const timer = setTimeout(late, this.bounds.sqlGreeting * 1000);
    await this.connection.end().finally(() => clearTimeout(timer));
  }
}

function tooLate(seconds: number): Error {
  return Object.assign(new Error(`no answer within ${seconds} seconds`), { code: 'ETIMEDOUT' });
}

/** One statement gives its result, several a list of them; those without rows give a header. */
function resultsOf(result: unknown, statements: number): Row[][] {
  const results = statements === 1 ? [result] : (result as unknown[]);
  return results.flatMap((one) => (Array.isArray(one) ? [one.map(inSmallLetters)] : []));
}

function inSmallLetters(row: Record<string, string | null>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What the server or the system said; anything else is a mistake of this program, and stays what it is. */
function sqlError(error: unknown): unknown {
  const { errno, code, sqlMessage, message } = error as Partial<Record<string, unknown>>;
  if (typeof code !== 'string') return error;
  // The system's numbers are negative, and the library's own errors have none.
  const number = typeof errno === 'number' && errno > 0 && sqlMessage !== undefined ? errno : undefined;
  return new SqlError(String(sqlMessage || message || code), number, code, { cause: error });
}
