import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { openStream } from '../../../hosts/open-stream.js';
import { isPermissionDenied } from '../../../hosts/system-error.js';
import { waitForService } from '../../waiting/service-wait.js';
import { PASSWORD_WITHHELD } from './auth-plugins.js';
import { findLogins, formatEndpoint, type Login } from './logins.js';
import { ProgramClient } from './program-client.js';
import { connectProtocol } from './protocol-client.js';
import { type SqlClient, SqlError } from './sql-client.js';
import { readTlsSettings } from './tls-settings.js';
import { UnsafeLogin } from './unsafe-login.js';

/** Seconds to wait for a server that this run has started. After a crash, MariaDB recovers first. */
const STARTING = 60;
/** Seconds between two attempts. */
const INTERVAL = 0.25;

/** The names of the server's service. */
const SERVICES = ['mariadb', 'mysql', 'mysqld'];

/** Error numbers: access denied to an account; a server that is not ready. */
const DENIED = new Set([1044, 1045, 1130, 1698]);
const NOT_READY = new Set([1040, 1053, 1927]);

/** Seconds for which a statement waits for the lock of another session; the server's default is a day. */
const LOCK_WAIT = 60;

/** Returns whether this run may have started the server just now. A read ahead of a step does not wait. */
export function shouldWait(session: Session): boolean {
  const services = session.managed('service');
  const manages = SERVICES.some((name) => services.has(name));
  return !session.planning && !session.prefetching && session.changed && manages;
}

/** Connects to the server, and waits for it only if this run may have started it. */
export async function connectWaiting(session: Session): Promise<Connected | Unreadable> {
  const until = performance.now() + (shouldWait(session) ? STARTING * 1000 : 0);
  for (;;) {
    const found = await connect(session);
    if ('client' in found) return found;
    const canRetry =
      found.isRetryable &&
      (await waitForService(session, 'the database server', found.reason, { until, interval: INTERVAL }));
    if (!canRetry) return new Unreadable(found.reason, found.denied);
  }
}

/** A connection that is ready for use. */
export interface Connected {
  readonly client: SqlClient;
  readonly version: string;
}

/** Why a connection could not be opened. */
interface ConnectionFailure {
  readonly reason: string;
  readonly denied: boolean;
  /** Whether another attempt may succeed. */
  readonly isRetryable: boolean;
}

/** Tries one login after the other, but none after an unsafe one. */
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
      const isReached = error.number !== undefined && !NOT_READY.has(error.number);
      if (!isReached) {
        const reason = `no database server responds at ${formatEndpoint(login)}: ${error.message}; start it, or set its address in /root/.my.cnf`;
        return { reason, denied: hidden && isPermissionDenied(error), isRetryable: true };
      }
      refusals.push(`by ${login.origin}: ${error.message}`);
      if (!DENIED.has(error.number ?? 0)) break;
    }
  }
  const isLocal = logins.every(({ endpoint }) => 'path' in endpoint);
  const socket = isLocal
    ? ', or restore the login of root through the socket (IDENTIFIED VIA unix_socket)'
    : '';
  const remedy = hidden ? 'run this as root' : `correct user and password in /root/.my.cnf${socket}`;
  return {
    reason: `the database server refuses every login: ${refusals.join('; ')}; ${remedy}`,
    denied: hidden,
    isRetryable: false,
  };
}

/**
 * Sets what statements rely on: how strings are escaped, and that GRANT creates no account without a password. MySQL 8
 * never does, and has no mode that forbids it.
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
        `the server at ${formatEndpoint(login)} does not offer TLS, which ${origin} requires; enable it there, or check which server responds`,
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

/** Opens a client of the server's protocol, or the command-line client if the server requires a method that only that has. */
async function openClient(session: Session, login: Login, withTls: boolean): Promise<SqlClient> {
  const { network } = session.host;
  const { endpoint, tls, user, password } = login;
  const settings = withTls ? await readTlsSettings(session, tls) : undefined;
  const open = (signal: AbortSignal) => openStream(network, endpoint, NETWORK_BOUNDS.connecting, signal);
  const name = 'address' in endpoint ? endpoint.address : 'localhost';
  const isTrusted = 'path' in endpoint || (withTls && tls.verify !== 'nothing');
  try {
    return await connectProtocol(open, { user, password, tls: settings, name, isTrusted }, session);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    if (error.code === PASSWORD_WITHHELD)
      throw new UnsafeLogin(
        `${error.message}, and nothing proves the identity of the server at ${formatEndpoint(login)}; set ssl-ca in ${login.origin}, or log in through the socket`,
        { cause: error },
      );
    if (error.code === 'AUTH_SWITCH_PLUGIN_ERROR') return new ProgramClient(session, login);
    throw error;
  }
}
