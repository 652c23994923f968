import { pause } from '../../../engine/pause.js';
import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { openStream } from '../../../hosts/open-stream.js';
import { isPermissionDenied } from '../../../hosts/system-error.js';
import { PASSWORD_WITHHELD } from './auth-plugins.js';
import { findLogins, formatEndpoint, type Login } from './logins.js';
import { ProgramClient } from './program-client.js';
import { connectProtocol } from './protocol-client.js';
import { type SqlClient, SqlError } from './sql-client.js';
import { readTlsSettings } from './tls-settings.js';
import { UnsafeLogin } from './unsafe-login.js';

/** Seconds that a server may take to come up which this run has started. MariaDB recovers first after a crash. */
const STARTING = 60;
/** Seconds between two tries. */
const PAUSE = 0.25;

/** Names that the server's service goes by. */
const SERVICES = ['mariadb', 'mysql', 'mysqld'];

/** Numbers of refusals: of an account or its password; of the login method; of a server that is not ready. */
const DENIED = new Set([1044, 1045, 1130, 1698]);
const NOT_READY = new Set([1040, 1053, 1927]);

/** How long another session may hold a lock that a statement waits for, in seconds; by default it is a day. */
const LOCK_WAIT = 60;

/** Whether the server may only just have been started. Ahead of its turn, nothing is waited for. */
export function shouldWait(session: Session): boolean {
  const services = session.managed('service');
  const manages = SERVICES.some((name) => services.has(name));
  return !session.planning && !session.ahead && session.changed && manages;
}

/** Waits for a server that this run has just started, and for no other. */
export async function connectWaiting(session: Session): Promise<Connected | Unreadable> {
  const end = performance.now() + (shouldWait(session) ? STARTING * 1000 : 0);
  for (;;) {
    const found = await connect(session);
    if ('client' in found) return found;
    if (!found.isRetryable || performance.now() >= end) return new Unreadable(found.reason, found.denied);
    session.progress(`waiting for the database server: ${found.reason}`);
    if (!(await pause(PAUSE, session.stop))) return new Unreadable(found.reason, found.denied);
  }
}

/** A connection that is ready for use. */
export interface Connected {
  readonly client: SqlClient;
  readonly version: string;
}

/** Why there is none. */
interface ConnectionFailure {
  readonly reason: string;
  readonly denied: boolean;
  /** Whether another try may have better luck. */
  readonly isRetryable: boolean;
}

/** Tries one login after the other; none after one that is not safe. */
async function connect(session: Session): Promise<Connected | ConnectionFailure> {
  try {
    return await tryLogins(session);
  } catch (error) {
    if (!(error instanceof UnsafeLogin)) throw error;
    return { reason: `no login to the database server: ${error.message}`, denied: false, isRetryable: false };
  }
}

async function tryLogins(session: Session): Promise<Connected | ConnectionFailure> {
  const { logins, hidden } = await findLogins(session);
  const refusals: string[] = [];
  for (const login of logins) {
    try {
      return await prepareSession(await logIn(session, login));
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      const reached = error.number !== undefined && !NOT_READY.has(error.number);
      if (!reached) {
        const reason = `no database server answers at ${formatEndpoint(login)}: ${error.message}; start it, or say in /root/.my.cnf where it is`;
        return { reason, denied: hidden && isPermissionDenied(error), isRetryable: true };
      }
      refusals.push(`by ${login.origin}: ${error.message}`);
      if (!DENIED.has(error.number ?? 0)) break;
    }
  }
  const near = logins.every(({ endpoint: place }) => 'path' in place);
  const socket = near ? ', or give root its login through the socket back (IDENTIFIED VIA unix_socket)' : '';
  const remedy = hidden ? 'run this as root' : `correct user and password in /root/.my.cnf${socket}`;
  return {
    reason: `the database server lets nobody in: ${refusals.join('; ')}; ${remedy}`,
    denied: hidden,
    isRetryable: false,
  };
}

/**
 * Sets what statements rely on: how texts are escaped, and that no GRANT makes an account without a password. MySQL 8
 * does not any more, and does not know the mode that forbids it.
 */
async function prepareSession(client: SqlClient): Promise<Connected> {
  try {
    return await applySettings(client);
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function applySettings(client: SqlClient): Promise<Connected> {
  const [[first] = []] = await client.query(['SELECT VERSION() AS version']);
  const version = first?.version ?? '';
  const mode = /mariadb/i.test(version) || version.startsWith('5.') ? 'NO_AUTO_CREATE_USER' : '';
  const settings = [
    `SET SESSION sql_mode = '${mode}', sql_quote_show_create = 1, lock_wait_timeout = ${LOCK_WAIT}`,
  ];
  if (client instanceof ProgramClient) return { client: client.withPreamble(settings), version };
  await client.query(settings);
  return { client, version };
}

async function logIn(session: Session, login: Login): Promise<SqlClient> {
  if (session.host.network.open === undefined) return new ProgramClient(session, login);
  const { use, origin } = login.tls;
  if (use === 'never') return openClient(session, login, false);
  try {
    return await openClient(session, login, true);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    if (error.code === 'HANDSHAKE_NO_SSL_SUPPORT') {
      if (use === 'offered') return openClient(session, login, false);
      throw new UnsafeLogin(
        `the server at ${formatEndpoint(login)} offers no TLS, which ${origin} asks for; have it do so, or see who answers there`,
        { cause: error },
      );
    }
    if (error.code !== 'HANDSHAKE_SSL_ERROR') throw error;
    throw new UnsafeLogin(
      `the server at ${formatEndpoint(login)} does not prove its identity as ${origin} requires: ${error.message.trim()}; correct the option or the server's certificate (ssl-verify-server-cert=0 or ssl-mode=VERIFY_CA accepts a certificate for another name)`,
      { cause: error },
    );
  }
}

/** Speaks the server's own protocol, and has the command-line client do so where the server wants what only that can. */
async function openClient(session: Session, login: Login, withTls: boolean): Promise<SqlClient> {
  const { network } = session.host;
  const { endpoint: place, tls, user, password } = login;
  const settings = withTls ? await readTlsSettings(session, tls) : undefined;
  const open = (signal: AbortSignal) => openStream(network, place, NETWORK_BOUNDS.connecting, signal);
  const name = 'address' in place ? place.address : 'localhost';
  const isTrusted = 'path' in place || (withTls && tls.verify !== 'nothing');
  try {
    return await connectProtocol(open, { user, password, tls: settings, name, isTrusted }, session);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    if (error.code === PASSWORD_WITHHELD)
      throw new UnsafeLogin(
        `${error.message}, and nothing proves that it is the right one at ${formatEndpoint(login)}; set ssl-ca in ${login.origin}, or log in through the socket`,
        { cause: error },
      );
    if (error.code === 'AUTH_SWITCH_PLUGIN_ERROR') return new ProgramClient(session, login);
    throw error;
  }
}
