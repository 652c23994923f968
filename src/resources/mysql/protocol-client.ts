import type { Duplex } from 'node:stream';
import type { Connection, QueryResult } from 'mysql2/promise';
import { unsettled } from '../../errors/unsettled.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';

/** How to log in. */
export interface Credentials {
  readonly user: string;
  readonly password: string | undefined;
  /** Certificates of the authorities that a server over TCP must be signed by; undefined for no TLS. */
  readonly authorities: string | undefined;
}

/** Seconds for the server's first words. A server that is stuck takes connections, and says nothing. */
const PATIENCE = 10;

/**
 * Talks to a server over a stream, in its own protocol. The library is loaded when it is needed, and before the stream
 * is opened: nobody would hear what went wrong with it in between.
 */
export async function connectProtocol(
  open: () => Promise<Duplex>,
  credentials: Credentials,
): Promise<SqlClient> {
  // All of it is in the default export, bundled or not.
  const { default: mysql } = await import('mysql2/promise');
  const stream = await open().catch((error: unknown) => {
    throw sqlError(error);
  });
  try {
    const connection = await mysql.createConnection({
      stream,
      user: credentials.user,
      password: credentials.password ?? '',
      ...(credentials.authorities === undefined ? {} : { ssl: { ca: credentials.authorities } }),
      charset: 'utf8mb4',
      connectTimeout: PATIENCE * 1000,
      multipleStatements: true,
      // Everything as text: the command-line client knows nothing else.
      typeCast: (field) => field.string(),
    });
    return new ProtocolClient(connection);
  } catch (error) {
    stream.destroy();
    throw sqlError(error);
  }
}

class ProtocolClient implements SqlClient {
  alive = true;

  constructor(private readonly connection: Connection) {
    const lost = () => {
      this.alive = false;
    };
    connection.on('error', lost);
    connection.on('end', lost);
  }

  async query(statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
    try {
      const [result] = await this.connection.query<QueryResult>(statements.join(';\n'));
      return resultsOf(result, statements.length);
    } catch (error) {
      const refusal = sqlError(error);
      if (refusal instanceof SqlError && refusal.number !== undefined) throw refusal;
      this.alive = false;
      throw refusal instanceof Error ? unsettled(refusal) : refusal;
    }
  }

  async close(): Promise<void> {
    const { alive } = this;
    this.alive = false;
    if (alive) await this.connection.end();
    else this.connection.destroy();
  }
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
