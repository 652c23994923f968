import { setTimeout as sleep } from 'node:timers/promises';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { type Login, loginsOf } from './logins.js';
import { ProgramClient } from './program-client.js';
import { connectProtocol } from './protocol-client.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';

/** Seconds that a server may take to come up which this run has started. MariaDB recovers first after a crash. */
const STARTING = 60;
/** Seconds between two tries, and for opening a stream. */
const PAUSE = 0.25;
const OPENING = 10;

/** Names that the server's service goes by. */
const SERVICES = ['mariadb', 'mysql', 'mysqld'];

/** Numbers of refusals: of an account or its password; of the login method; of a server that is not ready. */
const DENIED = new Set([1044, 1045, 1130, 1698]);
const NOT_READY = new Set([1040, 1053, 1927]);

/** How long another session may hold a lock that a statement waits for, in seconds; by default it is a day. */
const LOCK_WAIT = 60;

/** A server of MySQL or MariaDB, connected to when it is first asked, and anew when the connection was lost. */
export class MysqlServer {
  #client: SqlClient | undefined;
  #opening: Promise<SqlClient | Unreadable> | undefined;
  #version = '';

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
  async ask(
    session: Session,
    question: (server: MysqlServer) => readonly string[],
  ): Promise<readonly (readonly Row[])[] | Unreadable> {
    const client = await this.#reach(session);
    if (client instanceof Unreadable) return client;
    try {
      return await client.query(question(this));
    } catch (error) {
      if (!client.alive) {
        const again = await this.#reach(session);
        return again instanceof Unreadable ? again : again.query(question(this));
      }
      if (error instanceof SqlError && (error.number === 1142 || error.number === 1227))
        return new Unreadable(`the account may not look: ${error.message}`);
      throw error;
    }
  }

  /** Has the server do something, once. */
  async tell(session: Session, statements: readonly string[]): Promise<void> {
    if (statements.length === 0) return;
    const client = await this.#reach(session);
    if (client instanceof Unreadable) throw new Error(client.reason);
    await client.query(statements);
  }

  async close(): Promise<void> {
    await this.#client?.close();
    this.#client = undefined;
  }

  /** A connection that lives, or why there is none; that holds until something on the host changes. */
  #reach(session: Session): Promise<SqlClient | Unreadable> {
    if (this.#client?.alive) return Promise.resolve(this.#client);
    this.#opening ??= this.#open(session).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(session: Session): Promise<SqlClient | Unreadable> {
    await this.close();
    const known = await session.once('mysql connection', () => connectPatiently(session));
    const found = 'client' in known && !known.client.alive ? await connectPatiently(session) : known;
    if (found instanceof Unreadable) return found;
    const [[first] = []] = await found.client.query(['SELECT VERSION() AS version']);
    this.#version = first?.version ?? '';
    this.#client = await withSettings(found.client, this.#settings());
    session.signal.addEventListener('abort', () => void this.close(), { once: true });
    return this.#client;
  }

  /** What statements rely on: how texts are escaped, and that no GRANT makes an account without a password. */
  #settings(): string[] {
    const old = this.isMariadb || /^5\./.test(this.#version);
    const mode = old ? 'NO_AUTO_CREATE_USER' : '';
    return [`SET SESSION sql_mode = '${mode}', sql_quote_show_create = 1, lock_wait_timeout = ${LOCK_WAIT}`];
  }
}

/** The server that a run works with. */
export function serverOf(session: Session): Promise<MysqlServer> {
  return session.keep(
    'mysql',
    async () => new MysqlServer(),
    (server) => server.close(),
  );
}

async function withSettings(client: SqlClient, settings: readonly string[]): Promise<SqlClient> {
  if (client instanceof ProgramClient) return client.beginningWith(settings);
  await client.query(settings);
  return client;
}

/** Waits for a server that this run has just started, and for no other. */
async function connectPatiently(session: Session): Promise<{ client: SqlClient } | Unreadable> {
  const started = !session.planning && session.changed && managesServer(session);
  const end = performance.now() + (started ? STARTING * 1000 : 0);
  for (;;) {
    const found = await connect(session);
    if ('client' in found) return found;
    if (!found.mayCome || performance.now() >= end) return new Unreadable(found.reason, found.denied);
    session.progress(`waiting for the database server: ${found.reason}`);
    await sleep(PAUSE * 1000, undefined, { signal: session.signal });
  }
}

function managesServer(session: Session): boolean {
  const services = session.managed('service');
  return SERVICES.some((name) => services.has(name));
}

interface Failure {
  readonly reason: string;
  readonly denied: boolean;
  /** Whether another try may have better luck. */
  readonly mayCome: boolean;
}

/** Tries one login after the other. */
async function connect(session: Session): Promise<{ client: SqlClient } | Failure> {
  const { logins, hidden } = await loginsOf(session);
  const refusals: string[] = [];
  for (const login of logins) {
    try {
      return { client: await logIn(session, login) };
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      const reached = error.number !== undefined && !NOT_READY.has(error.number);
      if (!reached) {
        const reason = `no database server answers at ${placeText(login)}: ${error.message}; start it, or say in /root/.my.cnf where it is`;
        return { reason, denied: hidden && error.code === 'EACCES', mayCome: true };
      }
      refusals.push(`by ${login.origin}: ${error.message}`);
      if (!DENIED.has(error.number ?? 0)) break;
    }
  }
  const near = logins.every(({ place }) => 'path' in place);
  const socket = near ? ', or give root its login through the socket back (IDENTIFIED VIA unix_socket)' : '';
  const remedy = hidden ? 'run this as root' : `correct user and password in /root/.my.cnf${socket}`;
  return {
    reason: `the database server lets nobody in: ${refusals.join('; ')}; ${remedy}`,
    denied: hidden,
    mayCome: false,
  };
}

async function logIn(session: Session, login: Login): Promise<SqlClient> {
  const { network, files } = session.host;
  if (network.open === undefined) return programLogIn(session, login);
  const [authorities] = login.authorities === undefined ? [] : await files.read([login.authorities]);
  const open = network.open.bind(network, login.place, OPENING);
  try {
    return await connectProtocol(open, {
      user: login.user,
      password: login.password,
      authorities: authorities instanceof Buffer ? authorities.toString('utf8') : undefined,
    });
  } catch (error) {
    if (error instanceof SqlError && error.code === 'AUTH_SWITCH_PLUGIN_ERROR')
      return programLogIn(session, login);
    throw error;
  }
}

/** The command-line client connects for each call: whether it may is found out at once. */
async function programLogIn(session: Session, login: Login): Promise<SqlClient> {
  const client = new ProgramClient(session, login.argv);
  await client.query(['SELECT 1']);
  return client;
}

function placeText({ place }: Login): string {
  return 'path' in place ? place.path : `${place.address}:${place.port}`;
}
