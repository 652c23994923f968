import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { ClientOption } from './client-option.js';
import { isTlsFile, isTlsList, TLS_FILES, TLS_LISTS } from './tls-option-names.js';
import { UnsafeLogin } from './unsafe-login.js';

/** A file or directory of an option. */
export interface NamedFile {
  readonly path: string;
  /** For messages: `ssl-ca at /root/.my.cnf:4`. */
  readonly origin: string;
}

/** The list of an option, in OpenSSL's format. */
interface ListOption {
  readonly text: string;
  readonly origin: string;
}

/** Versions of TLS. */
type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** The protection of a connection to a server. */
export interface TlsPolicy {
  /** `offered`: only if the server offers it. */
  readonly use: 'never' | 'offered' | 'always';
  /** Whether an authority must have signed the server's certificate, and whether it must contain the server's name. */
  readonly verify: 'nothing' | 'authority' | 'identity';
  /** Whether it applies to sockets of the host as well, as with MySQL's `ssl-mode`. */
  readonly everywhere: boolean;
  /** The option that requires it, for messages: `ssl-mode at /root/.my.cnf:4`. Undefined without such an option. */
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

/** The policy without any option. */
export const NO_TLS: TlsPolicy = { use: 'never', verify: 'nothing', everywhere: false, origin: undefined };

const MODES = ['DISABLED', 'PREFERRED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY'] as const;
type Mode = (typeof MODES)[number];

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

type PolicyParts = { -readonly [K in keyof TlsPolicy]?: TlsPolicy[K] };

/**
 * Resolves the policy of options in the order in which they were read: MariaDB's (`ssl`, `ssl-verify-server-cert`) and
 * MySQL's (`ssl-mode`). By default, certificates of authorities require a server that proves its name, as in MariaDB's
 * clients since 11.4.
 * @throws {UnsafeLogin} if the value of an option is not valid.
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

/** Relaxes a policy for a socket of the host: its file proves the identity of the server, and the data cannot be intercepted. */
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
  throw new UnsafeLogin(`the option ${origin} is neither on nor off; use 1 or 0`);
}

function parseMode(option: ClientOption): Mode {
  const text = requireValue(option).toUpperCase();
  const mode = MODES.find((one) => one === text);
  if (mode !== undefined) return mode;
  throw new UnsafeLogin(`the option ${option.origin} must be one of ${MODES.join(', ')}`);
}

function requireValue({ value, off, origin }: ClientOption): string {
  if (off || value === undefined) throw new UnsafeLogin(`the option ${origin} has no value; add one`);
  return value;
}

/** Parses a list of versions, which must be contiguous. */
function parseVersions(option: ClientOption): TlsPolicy['versions'] {
  const names = requireValue(option)
    .split(',')
    .map((name) => name.trim());
  const indices = names.map((name) => VERSIONS.findIndex((one) => one.toLowerCase() === name.toLowerCase()));
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  if (first < 0 || new Set(indices).size !== last - first + 1)
    throw new UnsafeLogin(`the option ${option.origin} must be a contiguous list of ${VERSIONS.join(',')}`);
  return { min: ensureDefined(VERSIONS[first]), max: ensureDefined(VERSIONS[last]) };
}
