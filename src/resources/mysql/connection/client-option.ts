import { keysOf } from '../../../data/keys-of.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { TLS_OPTIONS, type TlsOptionName } from './tls-option-names.js';
import { UnsafeLogin } from './unsafe-login.js';

/** An option of clients in an option file. */
export interface ClientOption {
  /** Its full name, with hyphens. */
  readonly name: ClientOptionName;
  readonly value: string | undefined;
  /** Whether it was written with the prefix `skip-` or `disable-`. */
  readonly off: boolean;
  /** Its spelling and its source: `skip_ssl at /root/.my.cnf:3`. */
  readonly origin: string;
}

/** Options for the user and the server, with the length of their shortest unambiguous abbreviation. */
const LOGIN = { host: 2, user: 2, password: 3, port: 2, protocol: 4, socket: 2 } as const;

/** Further options of the clients: an abbreviation of one of these as well is ambiguous. */
const OTHERS = [
  ...['ssl-fips-mode', 'ssl-fp', 'ssl-fplist', 'ssl-passphrase', 'ssl-session-data'],
  ...['ssl-session-data-continue-on-failed-reuse', 'tls-sni-servername'],
];

/** The full names of supported options. */
export type ClientOptionName = keyof typeof LOGIN | TlsOptionName;

/** The prefixes that clients accept; the last two have no meaning for supported options. */
const PREFIX = /^(loose|skip|disable|enable|maximum|autoset)-(.+)$/;
const MEANINGLESS = new Set(['maximum', 'autoset']);
const OFF = new Set(['skip', 'disable']);

/**
 * Resolves the name of an option by the rules of the clients: unambiguous abbreviations, and the prefixes `loose-`,
 * `skip-`, `disable-` and `enable-`. Returns undefined for options that do not concern the login.
 * @param location The source of the option: `/root/.my.cnf:3`.
 * @throws {UnsafeLogin} if it concerns TLS and is not understood.
 */
export function resolveClientOption(
  written: string,
  value: string | undefined,
  location: string,
): ClientOption | undefined {
  const origin = `${written} at ${location}`;
  let off = false;
  let meaningless = false;
  let rest = written.replaceAll('_', '-');
  let name = expandName(rest);
  for (let prefix = PREFIX.exec(rest); name === undefined && prefix !== null; prefix = PREFIX.exec(rest)) {
    off ||= OFF.has(ensureDefined(prefix[1]));
    meaningless ||= MEANINGLESS.has(ensureDefined(prefix[1]));
    rest = ensureDefined(prefix[2]);
    name = expandName(rest);
  }
  if (name !== undefined && !meaningless) return { name, value, off, origin };
  if (isTlsName(rest))
    throw new UnsafeLogin(
      `the option ${origin} is not understood, and may concern the protection of passwords; use one of ${TLS_OPTIONS.join(', ')}`,
    );
  return undefined;
}

function expandName(written: string): ClientOptionName | undefined {
  const tls = TLS_OPTIONS.find((name) => name === written);
  if (tls !== undefined) return tls;
  const candidates = [...TLS_OPTIONS, ...OTHERS].filter((name) => name.startsWith(written));
  if (candidates.length === 1 && isTlsName(written))
    return TLS_OPTIONS.find((name) => name === candidates[0]);
  return keysOf(LOGIN).find((name) => name.startsWith(written) && written.length >= LOGIN[name]);
}

/** Returns whether a name begins like an option for TLS, in any case. */
function isTlsName(written: string): boolean {
  return /^(ss$|ssl|tl$|tls)/i.test(written);
}
