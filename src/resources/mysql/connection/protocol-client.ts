import type { Duplex } from 'node:stream';
import type Mysql from 'mysql2';
import type { Connection } from 'mysql2';
import type { Connection as AskedConnection, QueryResult } from 'mysql2/promise';
import { duringRequest, type Interrupts } from '../../../engine/request-lifetime.js';
import { markOutcomeUnknown } from '../../../errors/outcome-unknown.js';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { createAuthPlugins } from './auth-plugins.js';
import { GuardedConnection } from './guarded-connection.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';
import type { TlsSettings } from './tls-settings.js';

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
export type SqlBounds = {
  readonly [K in
    | 'sqlGreeting'
    | 'sqlGreetingBytes'
    | 'sqlAnswer'
    | 'sqlAnswerBytes'
    | 'sqlAnswerValues']: number;
};

/**
 * Talks to a server over a stream, in its own protocol. The library is loaded when it is needed, and before the stream
 * is opened: nobody would hear what went wrong with it in between.
 * @param interrupts What ends the connection, and whatever is asked over it.
 */
export async function connectProtocol(
  open: (signal: AbortSignal) => Promise<Duplex>,
  credentials: Credentials,
  interrupts: Interrupts,
  bounds: SqlBounds = NETWORK_BOUNDS,
): Promise<SqlClient> {
  // All of it is in the default export, bundled or not.
  const { default: mysql } = await import('mysql2');
  return duringRequest(interrupts, 'reading', async (signal) => {
    const stream = await open(signal).catch((error: unknown) => {
      throw toSqlError(error);
    });
    const connection = createConnection(mysql, stream, credentials, bounds);
    const guarded = new GuardedConnection(connection);
    guarded.allow(bounds.sqlGreetingBytes, bounds.sqlGreetingBytes);
    if (credentials.tls !== undefined) guarded.secure(credentials.tls, credentials.name);
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('connect', () => resolve());
        connection.on('error', reject);
        guarded.destroyOn(signal);
      });
      return new ProtocolClient(connection.promise(), guarded, interrupts, bounds);
    } catch (error) {
      guarded.destroy(new Error('the login failed'));
      throw toSqlError(error);
    }
  });
}

function createConnection(
  mysql: typeof Mysql,
  stream: Duplex,
  { user, password = '', tls, isTrusted }: Credentials,
  { sqlGreeting }: SqlBounds,
): Connection {
  return mysql.createConnection({
    stream,
    user,
    password,
    ...(tls === undefined ? {} : { ssl: {} }),
    authPlugins: createAuthPlugins(isTrusted, password, mysql.authPlugins),
    charset: 'utf8mb4',
    connectTimeout: sqlGreeting * 1000,
    multipleStatements: true,
    // No code is made of the names of columns, which the server gives.
    disableEval: true,
    // Everything as text: the command-line client knows nothing else. The library warns of JSON on the console.
    typeCast: (field) => (field.type === 'JSON' ? (field.buffer()?.toString() ?? null) : field.string()),
  });
}

class ProtocolClient implements SqlClient {
  alive = true;

  constructor(
    private readonly connection: AskedConnection,
    private readonly guarded: GuardedConnection,
    private readonly interrupts: Interrupts,
    private readonly bounds: SqlBounds,
  ) {
    const lost = () => {
      this.alive = false;
    };
    connection.on('error', lost);
    connection.on('end', lost);
  }

  async query(statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const { sqlAnswer, sqlAnswerBytes, sqlAnswerValues } = this.bounds;
    this.guarded.allow(sqlAnswerBytes, sqlAnswerValues);
    const late = () => this.guarded.destroy(createTimeoutError(sqlAnswer));
    const timer = setTimeout(late, sqlAnswer * 1000);
    try {
      const [result] = await duringRequest(this.interrupts, 'changing', (signal) => {
        this.guarded.destroyOn(signal);
        return this.connection.query<QueryResult>(statements.join(';\n'));
      });
      return toRows(result, statements.length);
    } catch (error) {
      const refusal = toSqlError(error);
      if (refusal instanceof SqlError && refusal.number !== undefined) throw refusal;
      this.alive = false;
      throw refusal instanceof Error ? markOutcomeUnknown(refusal) : refusal;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    const { alive } = this;
    this.alive = false;
    if (!alive) return this.guarded.destroy(new Error('the connection was closed'));
    const late = () => this.guarded.destroy(createTimeoutError(this.bounds.sqlGreeting));
    const timer = setTimeout(late, this.bounds.sqlGreeting * 1000);
    await this.connection.end().finally(() => clearTimeout(timer));
  }
}

function createTimeoutError(seconds: number): Error {
  return Object.assign(new Error(`no answer within ${seconds} seconds`), { code: 'ETIMEDOUT' });
}

/** One statement gives its result, several a list of them; those without rows give a header. */
function toRows(result: unknown, statements: number): Row[][] {
  const results = statements === 1 ? [result] : (result as unknown[]);
  return results.flatMap((one) => (Array.isArray(one) ? [one.map(lowerCaseKeys)] : []));
}

function lowerCaseKeys(row: Record<string, string | null>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What the server or the system said; anything else is a mistake of this program, and stays what it is. */
function toSqlError(error: unknown): unknown {
  const { errno, code, sqlMessage, message } = error as Partial<Record<string, unknown>>;
  if (typeof code !== 'string') return error;
  // The system's numbers are negative, and the library's own errors have none.
  const number = typeof errno === 'number' && errno > 0 && sqlMessage !== undefined ? errno : undefined;
  return new SqlError(String(sqlMessage || message || code), number, code, { cause: error });
}
