import { keysOf } from '../../../data/keys-of.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { TLS_OPTIONS, type TlsOptionName } from './tls-option-names.js';
import { UnsafeLogin } from './unsafe-login.js';

/** An option for clients, as an option file gives it. */
export interface ClientOption {
  /** Its full name, with hyphens. */
  readonly name: ClientOptionName;
  readonly value: string | undefined;
  /** It was written with `skip-` or `disable-` before its name. */
  readonly off: boolean;
  /** What was written, and where: `skip_ssl at /root/.my.cnf:3`. */
  readonly origin: string;
}

/** Options that say whom to log in as, and where, with the shortest abbreviation that no other option shares. */
const LOGIN = { host: 2, user: 2, password: 3, port: 2, protocol: 4, socket: 2 } as const;

/** Further options of the clients: what abbreviates one of these as well is ambiguous. */
const OTHERS = [
  ...['ssl-fips-mode', 'ssl-fp', 'ssl-fplist', 'ssl-passphrase', 'ssl-session-data'],
  ...['ssl-session-data-continue-on-failed-reuse', 'tls-sni-servername'],
];

/** The full names of options that are understood. */
export type ClientOptionName = keyof typeof LOGIN | TlsOptionName;

/** What the clients take before a name; the last two mean nothing before those that are understood. */
const PREFIX = /^(loose|skip|disable|enable|maximum|autoset)-(.+)$/;
const MEANINGLESS = new Set(['maximum', 'autoset']);
const OFF = new Set(['skip', 'disable']);

/**
 * The option that a name in a file stands for, by the rules of the clients: abbreviated as long as it is unambiguous, and
 * with `loose-`, `skip-`, `disable-` or `enable-` before it. Undefined for options that have nothing to do with logging in.
 * @param place Where it stands: `/root/.my.cnf:3`.
 * @throws {UnsafeLogin} where it has to do with TLS and is not understood.
 */
export function resolveClientOption(
  written: string,
  value: string | undefined,
  place: string,
): ClientOption | undefined {
  const origin = `${written} at ${place}`;
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
      `the option ${origin} is not understood, and may say how passwords are protected; write one of ${TLS_OPTIONS.join(', ')}`,
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

/** Whether a name begins as those of the options for TLS do, in whichever case. */
function isTlsName(written: string): boolean {
  return /^(ss$|ssl|tl$|tls)/i.test(written);
}
