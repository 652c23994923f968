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

/** The credentials of a login. */
export interface Credentials {
  readonly user: string;
  readonly password: string | undefined;
  /** Undefined for a connection without TLS. */
  readonly tls: TlsSettings | undefined;
  /** The name or address that the certificate of the server must contain. */
  readonly name: string;
  /** Whether the identity of the server is proved, so that the password itself may be sent. */
  readonly isTrusted: boolean;
}

/** The limits of a connection, which are lower in specs. */
export type SqlBounds = {
  readonly [K in
    | 'sqlGreeting'
    | 'sqlGreetingBytes'
    | 'sqlAnswer'
    | 'sqlAnswerBytes'
    | 'sqlAnswerValues']: number;
};

/**
 * Connects to a server over a stream, in its own protocol. The library is loaded only when it is needed, and before the
 * stream is opened, so that errors of the stream are not missed in between.
 * @param interrupts The signals that end the connection and its queries.
 */
export async function connectProtocol(
  open: (signal: AbortSignal) => Promise<Duplex>,
  credentials: Credentials,
  interrupts: Interrupts,
  bounds: SqlBounds = NETWORK_BOUNDS,
): Promise<SqlClient> {
  // The default export has all members, bundled or not.
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
    // No code is generated from the names of columns, which the server chooses.
    disableEval: true,
    // All values are strings, as in the command-line client. The library prints a warning about JSON to the console.
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

/** The library returns one result, or a list for several statements; results without rows are headers. */
function toRows(result: unknown, statements: number): Row[][] {
  const results = statements === 1 ? [result] : (result as unknown[]);
  return results.flatMap((one) => (Array.isArray(one) ? [one.map(lowerCaseKeys)] : []));
}

function lowerCaseKeys(row: Record<string, string | null>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Converts errors of the server and the system; any other error is a bug, and is returned as it is. */
function toSqlError(error: unknown): unknown {
  const { errno, code, sqlMessage, message } = error as Partial<Record<string, unknown>>;
  if (typeof code !== 'string') return error;
  // Numbers of the system are negative, and errors of the library have none.
  const number = typeof errno === 'number' && errno > 0 && sqlMessage !== undefined ? errno : undefined;
  return new SqlError(String(sqlMessage || message || code), number, code, { cause: error });
}
