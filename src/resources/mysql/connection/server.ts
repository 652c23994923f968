import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { connectWaiting, shouldWait } from './connect.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';

/** A server of MySQL or MariaDB, connected to when it is first asked, and anew when the connection was lost. */
class MysqlServer {
  #client: SqlClient | undefined;
  readonly #opening = new Map<string, Promise<SqlClient | Unreadable>>();
  #version = '';
  #closed = false;

  /** The server's version: `10.11.6-MariaDB-0+deb12u1`. Empty before it was asked anything. */
  get version(): string {
    return this.#version;
  }

  get isMariadb(): boolean {
    return /mariadb/i.test(this.#version);
  }

  /** Whether an account may log in by one of several methods: MariaDB from 10.4 on. */
  get hasSeveralMethods(): boolean {
    const [major = 0, minor = 0] = this.#version.split('.').map(Number);
    return this.isMariadb && (major > 10 || (major === 10 && minor >= 4));
  }

  /**
   * Asks the server; a connection that turns out to be lost is opened anew, so that only what may be asked twice
   * belongs here.
   */
  async query(
    session: Session,
    question: (server: MysqlServer) => readonly string[],
  ): Promise<readonly (readonly Row[])[] | Unreadable> {
    const client = await this.#connect(session);
    if (client instanceof Unreadable) return client;
    try {
      return await client.query(question(this));
    } catch (error) {
      if (!client.alive) {
        const again = await this.#connect(session);
        return again instanceof Unreadable ? again : again.query(question(this));
      }
      if (error instanceof SqlError && (error.number === 1142 || error.number === 1227))
        return new Unreadable(`the account may not look: ${error.message}`);
      throw error;
    }
  }

  /** Has the server do something, once. */
  async execute(session: Session, statements: readonly string[]): Promise<void> {
    if (statements.length === 0) return;
    const client = await this.#connect(session);
    if (client instanceof Unreadable) raise('mysql.unreadable', client.reason);
    await client.query(statements);
  }

  /** Ends it for good: what is still being opened is closed at once. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.close();
  }

  /** A connection that lives, or why there is none; that holds until something on the host changes. */
  #connect(session: Session): Promise<SqlClient | Unreadable> {
    if (this.#client?.alive) return Promise.resolve(this.#client);
    const key = `mysql connection${shouldWait(session) ? ', patiently' : ''}`;
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
    // Somebody more or less patient may have been faster, and the run may have ended.
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

/** The server that a run works with. */
export function getServer(session: Session): Promise<MysqlServer> {
  return session.shared(
    'mysql',
    async () => new MysqlServer(),
    (server) => server.close(),
  );
}
