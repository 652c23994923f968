import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { ClientOption } from './client-option.js';
import { isTlsFile, isTlsList, TLS_FILES, TLS_LISTS } from './tls-option-names.js';
import { UnsafeLogin } from './unsafe-login.js';

/** A file or folder that an option names. */
export interface NamedFile {
  readonly path: string;
  /** For messages: `ssl-ca at /root/.my.cnf:4`. */
  readonly origin: string;
}

/** A list that an option gives, as OpenSSL takes it. */
interface ListOption {
  readonly text: string;
  readonly origin: string;
}

/** Versions of TLS that may be spoken. */
type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** How a connection to a server is protected. */
export interface TlsPolicy {
  /** `offered`: only where the server offers it. */
  readonly use: 'never' | 'offered' | 'always';
  /** Who must have signed the server's certificate, and whether it must be for the name that is connected to. */
  readonly verify: 'nothing' | 'authority' | 'identity';
  /** Whether sockets of the host are no exception: MySQL's `ssl-mode` says so. */
  readonly everywhere: boolean;
  /** What asks for it, for messages: `ssl-mode at /root/.my.cnf:4`. Undefined where no option says anything. */
  readonly origin: string | undefined;
  readonly authorities?: NamedFile | undefined;
  readonly authoritiesFolder?: NamedFile | undefined;
  readonly certificate?: NamedFile | undefined;
  readonly key?: NamedFile | undefined;
  readonly revoked?: NamedFile | undefined;
  readonly revokedFolder?: NamedFile | undefined;
  readonly ciphers?: ListOption | undefined;
  readonly suites?: ListOption | undefined;
  readonly versions?: { readonly min: TlsVersion; readonly max: TlsVersion } | undefined;
}

/** What a connection has that no option says anything about. */
export const NO_TLS: TlsPolicy = { use: 'never', verify: 'nothing', everywhere: false, origin: undefined };

const MODES = ['DISABLED', 'PREFERRED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY'] as const;
type Mode = (typeof MODES)[number];

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

type PolicyParts = { -readonly [K in keyof TlsPolicy]?: TlsPolicy[K] };

/**
 * What the options ask for, in the order in which they were read: MariaDB's (`ssl`, `ssl-verify-server-cert`) and MySQL's
 * (`ssl-mode`) alike. Certificates of authorities, unless something else is said, ask for a server that proves its name,
 * as MariaDB's clients do from 11.4 on.
 * @throws {UnsafeLogin} where an option has no value that means anything.
 */
export function resolveTlsPolicy(options: readonly ClientOption[]): TlsPolicy {
  const parts: PolicyParts = {};
  let enabled: boolean | undefined;
  let mode: Mode | undefined;
  let identity: boolean | undefined;
  let origin: string | undefined;
  for (const option of options) {
    const { name } = option;
    if (name === 'ssl') {
      enabled = parseBoolean(option);
      mode = undefined;
      if (!enabled) identity = undefined;
    } else if (name === 'ssl-mode') {
      mode = parseMode(option);
      identity = undefined;
    } else if (name === 'ssl-verify-server-cert') {
      identity = parseBoolean(option);
      if (identity) enabled = true;
    } else if (isTlsFile(name)) {
      const path = requireValue(option);
      parts[TLS_FILES[name]] = path === '' ? undefined : { path, origin: option.origin };
      if (path === '') continue;
      enabled = true;
    } else if (isTlsList(name)) {
      const text = requireValue(option);
      parts[TLS_LISTS[name]] = text === '' ? undefined : { text, origin: option.origin };
      if (text === '') continue;
      enabled = true;
    } else if (name === 'tls-version') {
      parts.versions = parseVersions(option);
    } else continue;
    origin = option.origin;
  }
  if (origin === undefined) return NO_TLS;
  return {
    ...parts,
    ...resolveStrength(parts, { enabled, mode, identity }),
    everywhere: mode !== undefined && identity === undefined,
    origin,
  };
}

/** What of a policy holds over a socket of the host: whoever listens there is known by the file, and nobody listens in. */
export function relaxForSocket(policy: TlsPolicy): TlsPolicy {
  if (policy.everywhere) return policy;
  const known = policy.authorities !== undefined || policy.authoritiesFolder !== undefined;
  return {
    ...policy,
    use: policy.use === 'always' ? 'offered' : policy.use,
    verify: known && policy.verify !== 'nothing' ? 'authority' : 'nothing',
  };
}

function resolveStrength(
  { authorities, authoritiesFolder }: PolicyParts,
  said: { enabled: boolean | undefined; mode: Mode | undefined; identity: boolean | undefined },
): Pick<TlsPolicy, 'use' | 'verify'> {
  const { enabled, mode, identity } = said;
  const known = authorities !== undefined || authoritiesFolder !== undefined;
  if (identity === true) return { use: 'always', verify: 'identity' };
  switch (mode) {
    case 'DISABLED':
      return { use: 'never', verify: 'nothing' };
    case 'PREFERRED':
      return { use: 'offered', verify: 'nothing' };
    case 'REQUIRED':
      return { use: 'always', verify: known ? 'authority' : 'nothing' };
    case 'VERIFY_CA':
      return { use: 'always', verify: 'authority' };
    case 'VERIFY_IDENTITY':
      return { use: 'always', verify: 'identity' };
    default:
      if (enabled !== true) return { use: 'never', verify: 'nothing' };
      if (!known) return { use: 'always', verify: 'nothing' };
      return { use: 'always', verify: identity === false ? 'authority' : 'identity' };
  }
}

function parseBoolean({ value, off, origin }: ClientOption): boolean {
  if (off && value === undefined) return false;
  if (!off && (value === undefined || /^(1|on|true)$/i.test(value))) return true;
  if (!off && /^(0|off|false)$/i.test(value ?? '')) return false;
  throw new UnsafeLogin(`the option ${origin} is neither on nor off; write 1 or 0`);
}

function parseMode(option: ClientOption): Mode {
  const text = requireValue(option).toUpperCase();
  const mode = MODES.find((one) => one === text);
  if (mode !== undefined) return mode;
  throw new UnsafeLogin(`the option ${option.origin} is none of ${MODES.join(', ')}; write one of them`);
}

function requireValue({ value, off, origin }: ClientOption): string {
  if (off || value === undefined) throw new UnsafeLogin(`the option ${origin} has no value; give it one`);
  return value;
}

/** The versions that a list allows; only a row without gaps can be asked for. */
function parseVersions(option: ClientOption): TlsPolicy['versions'] {
  const names = requireValue(option)
    .split(',')
    .map((name) => name.trim());
  const places = names.map((name) => VERSIONS.findIndex((one) => one.toLowerCase() === name.toLowerCase()));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (first < 0 || new Set(places).size !== last - first + 1)
    throw new UnsafeLogin(
      `the option ${option.origin} does not list versions of TLS that follow each other; write some of ${VERSIONS.join(',')}`,
    );
  return { min: ensureDefined(VERSIONS[first]), max: ensureDefined(VERSIONS[last]) };
}
