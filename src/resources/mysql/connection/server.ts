import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { connectWaiting, shouldWait } from './connect.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';

/** A server of MySQL or MariaDB. The connection is opened by the first query, and again after it is lost. */
class MysqlServer {
  #client: SqlClient | undefined;
  readonly #opening = new Map<string, Promise<SqlClient | Unreadable>>();
  #version = '';
  #closed = false;

  /** The version of the server: `10.11.6-MariaDB-0+deb12u1`. Empty before the first query. */
  get version(): string {
    return this.#version;
  }

  get isMariadb(): boolean {
    return /mariadb/i.test(this.#version);
  }

  /** Whether accounts may have several authentication methods: MariaDB since 10.4. */
  get hasSeveralMethods(): boolean {
    const [major = 0, minor = 0] = this.#version.split('.').map(Number);
    return this.isMariadb && (major > 10 || (major === 10 && minor >= 4));
  }

  /**
   * Queries the server, and again if the connection has been lost: only for statements that may be executed twice.
   */
  async query(
    session: Session,
    buildStatements: (server: MysqlServer) => readonly string[],
  ): Promise<readonly (readonly Row[])[] | Unreadable> {
    const client = await this.#connect(session);
    if (client instanceof Unreadable) return client;
    try {
      return await client.query(buildStatements(this));
    } catch (error) {
      if (!client.alive) {
        const again = await this.#connect(session);
        return again instanceof Unreadable ? again : again.query(buildStatements(this));
      }
      if (error instanceof SqlError && (error.number === 1142 || error.number === 1227))
        return new Unreadable(`the account lacks a privilege: ${error.message}`);
      throw error;
    }
  }

  /** Executes statements, only once. */
  async execute(session: Session, statements: readonly string[]): Promise<void> {
    if (statements.length === 0) return;
    const client = await this.#connect(session);
    if (client instanceof Unreadable) raise('mysql.unreadable', client.reason);
    await client.query(statements);
  }

  /** Closes the connection permanently; one that is still being opened is closed as well. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.close();
  }

  /** Returns an open connection, or why there is none, which is remembered until something on the host changes. */
  #connect(session: Session): Promise<SqlClient | Unreadable> {
    if (this.#client?.alive) return Promise.resolve(this.#client);
    const key = `mysql connection${shouldWait(session) ? ', waiting' : ''}`;
    const opening =
      this.#opening.get(key) ?? this.#open(session, key).finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
    return opening;
  }

  async #open(session: Session, key: string): Promise<SqlClient | Unreadable> {
    const known = await session.once(key, () => connectWaiting(session));
    const found = 'client' in known && !known.client.alive ? await connectWaiting(session) : known;
    if (found instanceof Unreadable) return found;
    const { client, version } = found;
    // A read that waited longer or shorter may have connected before, and the run may have ended.
    if (this.#closed || (this.#client?.alive && this.#client !== client)) await client.close();
    if (this.#closed) return new Unreadable('the run has ended');
    if (this.#client?.alive) return this.#client;
    await this.#client?.close();
    this.#client = client;
    this.#version = version;
    session.signal.addEventListener('abort', () => void this.close(), { once: true });
    return client;
  }
}

/** Returns the server of a run. */
export function getServer(session: Session): Promise<MysqlServer> {
  return session.shared(
    'mysql',
    async () => new MysqlServer(),
    (server) => server.close(),
  );
}
