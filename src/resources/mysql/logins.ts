import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { isDenied } from '../../hosts/refusal.js';
import { parseOptionFile } from './option-file.js';

/** A way to log in. */
export interface Login {
  /** Where it comes from, for messages: a file, or root's own socket. */
  readonly origin: string;
  readonly user: string;
  readonly password: string | undefined;
  readonly place: { readonly path: string } | { readonly address: string; readonly port: number };
  /** The file with certificates of the authorities that the server's own must be signed by. */
  readonly authorities: string | undefined;
  /** What the command-line client has to be told to log in so. */
  readonly argv: readonly string[];
}

/** All ways to log in to the host's server, the likeliest first. */
export interface Logins {
  readonly logins: readonly Login[];
  /** Whether there are files about them that this user may not read: it is not root. */
  readonly hidden: boolean;
}

const OWN_FILE = '/root/.my.cnf';
const MAINTENANCE_FILE = '/etc/mysql/debian.cnf';
const SYSTEM_FILES = ['/etc/my.cnf', '/etc/mysql/my.cnf'];
const GROUPS = new Set(['client', 'client-server', 'client-mariadb', 'mysql', 'mariadb-client']);

/** Where servers listen, by their packages' defaults: Debian, Enterprise Linux, older Debian. */
const SOCKETS = ['/run/mysqld/mysqld.sock', '/var/lib/mysql/mysql.sock', '/var/run/mysqld/mysqld.sock'];

const PORT = 3306;

type Options = Readonly<Record<string, string | undefined>>;

/**
 * Finds out how root logs in, as the server's own programs do: by root's ~/.my.cnf, through the socket with no
 * password, and by the account for maintenance that Debian makes.
 */
export function loginsOf(session: Session): Promise<Logins> {
  return session.once('mysql logins', async () => {
    const found = await find(session.host);
    session.conceal(found.logins.map(({ password }) => password));
    return found;
  });
}

async function find(host: Host): Promise<Logins> {
  const system = (await Promise.all(SYSTEM_FILES.map((path) => read(host, path)))).map(
    ({ options }) => options,
  );
  const [own, maintenance] = await Promise.all([read(host, OWN_FILE), read(host, MAINTENANCE_FILE)]);
  const common: Options = Object.assign({}, ...system);
  const socket = await socketOf(host, { ...maintenance.options, ...common, ...own.options });
  const logins: Login[] = [];
  if (own.found) logins.push(loginOf(OWN_FILE, { ...common, ...own.options }, socket, []));
  const remote = logins.some(({ place }) => 'address' in place && own.options.host !== undefined);
  if (!remote) {
    const argv = ['--no-defaults', '--user=root', `--socket=${socket}`];
    logins.push(loginOf("root's login through the socket", { socket }, socket, argv));
    const { user, password } = maintenance.options;
    if ((user !== undefined && user !== 'root') || (password ?? '') !== '')
      logins.push(
        loginOf(MAINTENANCE_FILE, maintenance.options, socket, [`--defaults-file=${MAINTENANCE_FILE}`]),
      );
  }
  return { logins, hidden: own.hidden || maintenance.hidden };
}

function loginOf(origin: string, options: Options, socket: string, argv: readonly string[]): Login {
  const { user = 'root', password, host = 'localhost', port, protocol } = options;
  const local = host === 'localhost' && protocol?.toLowerCase() !== 'tcp';
  return {
    origin,
    user,
    password,
    place: local ? { path: socket } : { address: host, port: Number(port ?? PORT) },
    authorities: options['ssl-ca'],
    argv,
  };
}

async function socketOf(host: Host, options: Options): Promise<string> {
  if (options.socket !== undefined) return options.socket;
  const there = await host.files.status(SOCKETS);
  const at = there.findIndex((one) => one !== undefined && !(one instanceof Error) && one.kind === 'other');
  return SOCKETS[at] ?? (SOCKETS[0] as string);
}

interface FileOptions {
  readonly found: boolean;
  readonly hidden: boolean;
  readonly options: Options;
}

/** The options for clients in a file and in what it includes; the last one counts. */
async function read(host: Host, path: string, depth = 0): Promise<FileOptions> {
  const [content] = await host.files.read([path]);
  if (content === undefined) return { found: false, hidden: false, options: {} };
  if (content instanceof Error) {
    if (isDenied(content)) return { found: false, hidden: true, options: {} };
    throw content;
  }
  let options: Options = {};
  for (const line of parseOptionFile(content.toString('utf8'))) {
    if ('name' in line) {
      if (GROUPS.has(line.group)) options = { ...options, [line.name]: line.value };
    } else if (depth < DEEPEST) {
      const files = line.directory ? await optionFilesIn(host, line.include) : [line.include];
      for (const file of files) options = { ...options, ...(await read(host, file, depth + 1)).options };
    }
  }
  return { found: true, hidden: false, options };
}

/** Files that include each other in a circle are read so deep. */
const DEEPEST = 10;

async function optionFilesIn(host: Host, directory: string): Promise<string[]> {
  const names = (await host.files.list(directory)) ?? [];
  return names
    .filter((name) => name.endsWith('.cnf'))
    .map((name) => `${directory.replace(/\/$/, '')}/${name}`);
}
