import type { Session } from '../../../engine/session.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { Host } from '../../../hosts/host.js';
import type { StreamAddress } from '../../../hosts/host-network.js';
import type { ClientOption, ClientOptionName } from './client-option.js';
import { type FileOptions, readOptions } from './read-options.js';
import { NO_TLS, relaxForSocket, resolveTlsPolicy, type TlsPolicy } from './tls-policy.js';
import { UnsafeLogin } from './unsafe-login.js';

/** Credentials for a server, with its address. */
export interface Login {
  /** The source, for messages: a file, or root's login through the socket. */
  readonly origin: string;
  readonly user: string;
  readonly password: string | undefined;
  readonly endpoint: StreamAddress;
  /** How the connection is protected. */
  readonly tls: TlsPolicy;
  /** The arguments with which the command-line client logs in. */
  readonly argv: readonly string[];
}

/** All logins for the host's server, the most likely first. */
export interface Logins {
  readonly logins: readonly Login[];
  /** Whether this user cannot read all files with logins, because it is not root. */
  readonly hidden: boolean;
}

const OWN_FILE = '/root/.my.cnf';
const MAINTENANCE_FILE = '/etc/mysql/debian.cnf';
const SYSTEM_FILES = ['/etc/my.cnf', '/etc/mysql/my.cnf'];

/** The default sockets of packages: Debian, Enterprise Linux, older Debian. */
const SOCKETS = ['/run/mysqld/mysqld.sock', '/var/lib/mysql/mysql.sock', '/var/run/mysqld/mysqld.sock'];

const PORT = 3306;

/**
 * Finds how root logs in, as the server's programs do: with root's ~/.my.cnf, through the socket without a password, and
 * with the maintenance account that Debian creates.
 * @throws {UnsafeLogin} if options about TLS are not understood.
 */
export function findLogins(session: Session): Promise<Logins> {
  return session.once('mysql logins', async () => {
    const found = await readLogins(session.host);
    session.conceal(found.logins.map(({ password }) => password));
    return found;
  });
}

/** Formats the server of a login for messages: a socket, or an address with a port. */
export function formatEndpoint({ endpoint }: Login): string {
  return 'path' in endpoint ? endpoint.path : `${endpoint.address}:${endpoint.port}`;
}

async function readLogins(host: Host): Promise<Logins> {
  const files = [...SYSTEM_FILES, OWN_FILE, MAINTENANCE_FILE];
  const [general, debian, own, maintenance] = (await Promise.all(
    files.map((path) => readOptions(host, path)),
  )) as [FileOptions, FileOptions, FileOptions, FileOptions];
  const common = [...general.options, ...debian.options];
  const all = [...common, ...own.options];
  const socket = await findSocket(host, findValue(all, 'socket') ?? findValue(maintenance.options, 'socket'));
  const logins: Login[] = [];
  if (own.found) logins.push(toLogin(OWN_FILE, all, socket, []));
  const unread = SYSTEM_FILES.find((_path, at) => [general, debian][at]?.hidden);
  if (unread !== undefined && logins.some(({ endpoint }) => 'address' in endpoint))
    throw new UnsafeLogin(
      `${unread} may contain options that protect passwords, and cannot be read; run this as root`,
    );
  const remote = logins.some(
    ({ endpoint }) => 'address' in endpoint && findValue(own.options, 'host') !== undefined,
  );
  if (!remote) {
    const argv = ['--no-defaults', '--user=root', `--socket=${socket}`];
    const origin = "root's login through the socket";
    logins.push({ origin, user: 'root', password: undefined, endpoint: { path: socket }, tls: NO_TLS, argv });
    const user = findValue(maintenance.options, 'user');
    if ((user !== undefined && user !== 'root') || (findValue(maintenance.options, 'password') ?? '') !== '')
      logins.push(
        toLogin(MAINTENANCE_FILE, maintenance.options, socket, [`--defaults-file=${MAINTENANCE_FILE}`]),
      );
  }
  return { logins, hidden: own.hidden || maintenance.hidden };
}

function toLogin(
  origin: string,
  options: readonly ClientOption[],
  socket: string,
  argv: readonly string[],
): Login {
  const host = findValue(options, 'host') ?? 'localhost';
  const local = host === 'localhost' && findValue(options, 'protocol')?.toLowerCase() !== 'tcp';
  const tls = resolveTlsPolicy(options);
  return {
    origin,
    user: findValue(options, 'user') ?? 'root',
    password: findValue(options, 'password'),
    endpoint: local ? { path: socket } : { address: host, port: parsePort(options) },
    tls: local ? relaxForSocket(tls) : tls,
    argv,
  };
}

function parsePort(options: readonly ClientOption[]): number {
  const option = options.findLast(({ name }) => name === 'port');
  if (option === undefined) return PORT;
  const port = Number(option.value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new UnsafeLogin(`the option ${option.origin} is not a port; use a number from 1 to 65535`);
}

/** Returns the effective value of an option. */
function findValue(options: readonly ClientOption[], name: ClientOptionName): string | undefined {
  const option = options.findLast((one) => one.name === name);
  return option?.off === true ? undefined : option?.value;
}

async function findSocket(host: Host, declared: string | undefined): Promise<string> {
  if (declared !== undefined) return declared;
  const statuses = await host.files.status(SOCKETS);
  const at = statuses.findIndex(
    (one) => one !== undefined && !(one instanceof Error) && one.kind === 'other',
  );
  return SOCKETS[at] ?? ensureDefined(SOCKETS[0]);
}
