import { deriveSecret, isTainted, revealAll, type Secret } from '../../secrets/secret.js';
import { normalizeIpForUri } from './addresses.js';
import { toArray } from './puppet-functions.js';

/** The parts of a transport URL. */
export interface TransportUrlParts {
  /** `rabbit` or `amqp`. */
  readonly transport: string;
  /** One host; either this or `hosts`. */
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly port?: string | number;
  readonly username?: string;
  readonly password?: string | Secret<string>;
  readonly virtual_host?: string;
  /** Written as `ssl=1` or `ssl=0`; overrides one in `query`. */
  readonly ssl?: string | boolean;
  readonly query?: Readonly<Record<string, unknown>>;
}

/**
 * openstacklib's `os_transport_url`: `rabbit://user:password@host:port,user:password@host:port/virtual_host?query`. A
 * URL that contains a password is a secret.
 * @throws {TypeError} if neither or both of `host` and `hosts` are given.
 */
export function osTransportUrl(parts: TransportUrlParts): string | Secret<string> {
  if ((parts.host === undefined) === (parts.hosts === undefined)) {
    throw new TypeError('a transport URL needs either host or hosts');
  }
  const { port, ssl } = parts;
  const user = userinfo(parts);
  const hosts = toArray(normalizeIpForUri(parts.hosts ?? [parts.host]))
    .map((host) => `${user === '' ? '' : `${user}@`}${String(host)}${port === undefined ? '' : `:${port}`}`)
    .join(',');
  const query = { ...parts.query, ...(ssl === undefined ? {} : { ssl: isTrue(ssl) ? 1 : 0 }) };
  return concealPassword(
    parts,
    `${parts.transport}://${hosts}/${parts.virtual_host ?? ''}${queryString(query)}`,
  );
}

/** The parts of a database connection. */
export interface DatabaseConnectionParts {
  /** `mysql+pymysql`, `sqlite`, `postgresql`. */
  readonly dialect: string;
  readonly database: string;
  readonly host?: string;
  readonly port?: string | number;
  readonly username?: string;
  readonly password?: string | Secret<string>;
  readonly charset?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * openstacklib's `os_database_connection`: `mysql+pymysql://user:password@host:port/database?charset=utf8`. Without a
 * host the database is a file. A connection that contains a password is a secret.
 * @throws {TypeError} if a port is given without a host.
 */
export function osDatabaseConnection(parts: DatabaseConnectionParts): string | Secret<string> {
  const { dialect, database, host, port, charset, extra } = parts;
  if (port !== undefined && host === undefined)
    throw new TypeError('a database connection with a port needs a host');
  const user = userinfo(parts);
  const server =
    host === undefined
      ? ''
      : `${user === '' ? '' : `${user}@`}${host}${port === undefined ? '' : `:${port}`}`;
  const query = { ...extra, ...(charset === undefined ? {} : { charset }) };
  return concealPassword(parts, `${dialect}://${server}/${database}${queryString(query)}`);
}

function userinfo({ username, password }: { username?: string; password?: string | Secret<string> }): string {
  if (username === undefined || username === '') return '';
  const clear = revealAll(password);
  const suffix = clear === undefined || clear === '' ? '' : `:${urlEncode(String(clear))}`;
  return `${urlEncode(username)}${suffix}`;
}

/** RFC 3986: Puppet also encodes five characters that `encodeURIComponent` does not. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function queryString(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${String(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function isTrue(value: string | boolean): boolean {
  return typeof value === 'boolean' ? value : /^(1|t|y|true|yes)$/i.test(value);
}

function concealPassword(parts: object, url: string): string | Secret<string> {
  return isTainted(parts) ? deriveSecret(url, parts) : url;
}
