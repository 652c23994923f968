import { ensureDefined } from '../../../errors/ensure-defined.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { quoteIdentifier, quoteLiteral } from '../quote.js';

/** A method by which an account logs in. */
export interface Method {
  /** The server's plugin. */
  readonly plugin: string;
  /** The hash of a password, or what the plugin takes in its place; may be empty. */
  readonly hash: string;
}

/** All methods of an account; any of them will do. MariaDB has several from 10.4 on. */
export interface Authentication {
  readonly methods: readonly Method[];
  /** Which of them the server shows where there is place for one alone. */
  readonly main: number;
}

/** What MariaDB keeps of a method as JSON: an empty object stands for the account's main method. */
type StoredMethod = Readonly<Partial<Record<'plugin' | 'authentication_string', string>>>;

/** Plugins that ask the operating system or others, and know no password of their own. */
const WITHOUT_PASSWORD = new Set(['unix_socket', 'auth_socket', 'gssapi', 'pam', 'authentication_pam']);

/** The plugin of the password's hash that everybody knows, and its form. */
export const NATIVE = 'mysql_native_password';
const NATIVE_HASH = /^\*[0-9A-F]{40}$/i;

/** Whether a plugin has no use for the hash of a password. */
export function hasNoPassword(plugin: string): boolean {
  return WITHOUT_PASSWORD.has(plugin.toLowerCase());
}

/** Reads how an account logs in: from its row, and from what MariaDB keeps beside it. */
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

/** @throws where it is something else than MariaDB keeps. */
function parseAlternatives(stored: string): readonly StoredMethod[] {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    // Said below.
  }
  const list = (value as { readonly auth_or?: unknown } | null | undefined)?.auth_or ?? [];
  if (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray(list) &&
    (list as unknown[]).every(isStoredMethod)
  )
    return list;
  raise('mysql.answer', 'mysql.global_priv has something else than the methods by which an account logs in');
}

function isStoredMethod(value: unknown): value is StoredMethod {
  if (typeof value !== 'object' || value === null) return false;
  const { plugin, authentication_string: hash } = value as Readonly<Record<string, unknown>>;
  return [plugin, hash].every((one) => one === undefined || typeof one === 'string');
}

/**
 * How an account logs in after a change. Alternatives stay where the main method stays: Debian's own scripts log in as
 * root through the socket, whatever root's password is.
 */
export function changeAuthentication(
  { methods, main }: Authentication,
  wanted: { readonly plugin: string | undefined; readonly hash: string | undefined },
): Authentication {
  const old = ensureDefined(methods[main]);
  const plugin = wanted.plugin ?? (NATIVE_HASH.test(wanted.hash ?? '') ? NATIVE : old.plugin);
  const hash = wanted.hash ?? (plugin === old.plugin ? old.hash : '');
  if (plugin !== old.plugin) return { methods: [{ plugin, hash }], main: 0 };
  return { methods: methods.map((method, at) => (at === main ? { plugin, hash } : method)), main };
}

/** What follows the account's name in CREATE USER and ALTER USER. */
export function formatIdentifiedBy({ methods }: Authentication): string {
  // One method is written as all servers understand it, several as MariaDB alone does.
  const [using, ...rest] = methods.map(({ plugin, hash }) =>
    hash === '' && plugin !== NATIVE
      ? quoteIdentifier(plugin)
      : `${quoteIdentifier(plugin)} AS ${quoteLiteral(hash)}`,
  );
  return `IDENTIFIED WITH ${[using, ...rest].join(' OR ')}`;
}
