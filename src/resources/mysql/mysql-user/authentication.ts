import { isHash } from '../../../data/is-hash.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { quoteIdentifier, quoteLiteral } from '../quote.js';

/** An authentication method of an account. */
export interface Method {
  /** The authentication plugin. */
  readonly plugin: string;
  /** The hash of a password, or the plugin's equivalent; may be empty. */
  readonly hash: string;
}

/** All authentication methods of an account, any of which is sufficient. MariaDB supports several since 10.4. */
export interface Authentication {
  readonly methods: readonly Method[];
  /** The index of the method that the server shows in columns for only one. */
  readonly main: number;
}

/** A method in MariaDB's JSON: an empty object represents the account's main method. */
type StoredMethod = Readonly<Partial<Record<'plugin' | 'authentication_string', string>>>;

/** Plugins that authenticate with the operating system or another service, and have no password. */
const WITHOUT_PASSWORD = new Set(['unix_socket', 'auth_socket', 'gssapi', 'pam', 'authentication_pam']);

/** The default plugin, and the form of its hashes. */
export const NATIVE = 'mysql_native_password';
const NATIVE_HASH = /^\*[0-9A-F]{40}$/i;

/** Returns whether a plugin does not use the hash of a password. */
export function hasNoPassword(plugin: string): boolean {
  return WITHOUT_PASSWORD.has(plugin.toLowerCase());
}

/** Parses the authentication of an account, from its main method and from MariaDB's JSON. */
export function parseAuthentication(main: Method, stored: string | undefined): Authentication {
  const alternatives = stored === undefined ? [] : parseAlternatives(stored);
  if (alternatives.length === 0) return { methods: [main], main: 0 };
  return {
    methods: alternatives.map(({ plugin, authentication_string = '' }) =>
      plugin === undefined ? main : { plugin, hash: authentication_string },
    ),
    main: Math.max(
      alternatives.findIndex(({ plugin }) => plugin === undefined),
      0,
    ),
  };
}

/** @throws {GlanceApplyError} if the JSON does not have MariaDB's form. */
function parseAlternatives(stored: string): readonly StoredMethod[] {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    // Said below.
  }
  const list: unknown = isHash(value) ? (value.auth_or ?? []) : undefined;
  if (Array.isArray(list) && list.every(isStoredMethod)) return list;
  raise('mysql.answer', 'mysql.global_priv does not contain the authentication methods of an account');
}

function isStoredMethod(value: unknown): value is StoredMethod {
  if (!isHash(value)) return false;
  const { plugin, authentication_string: hash } = value;
  return [plugin, hash].every((one) => one === undefined || typeof one === 'string');
}

/**
 * Returns the authentication of an account after a change. Alternatives are kept if the main method is: Debian's scripts
 * log in as root through the socket, regardless of root's password.
 */
export function changeAuthentication(
  { methods, main }: Authentication,
  desired: { readonly plugin: string | undefined; readonly hash: string | undefined },
): Authentication {
  const current = ensureDefined(methods[main]);
  const plugin = desired.plugin ?? (NATIVE_HASH.test(desired.hash ?? '') ? NATIVE : current.plugin);
  const hash = desired.hash ?? (plugin === current.plugin ? current.hash : '');
  if (plugin !== current.plugin) return { methods: [{ plugin, hash }], main: 0 };
  return { methods: methods.map((method, at) => (at === main ? { plugin, hash } : method)), main };
}

/** Formats the clause of CREATE USER and ALTER USER. */
export function formatIdentifiedBy({ methods }: Authentication): string {
  // One method is written in the form that all servers accept, several in MariaDB's form.
  const [using, ...rest] = methods.map(({ plugin, hash }) =>
    hash === '' && plugin !== NATIVE
      ? quoteIdentifier(plugin)
      : `${quoteIdentifier(plugin)} AS ${quoteLiteral(hash)}`,
  );
  return `IDENTIFIED WITH ${[using, ...rest].join(' OR ')}`;
}
