import { keysOf } from '../../../data/keys-of.js';

/** Options that name a file or a folder, and what of a `TlsPolicy` they are. */
export const TLS_FILES = {
  'ssl-ca': 'authorities',
  'ssl-capath': 'authoritiesFolder',
  'ssl-cert': 'certificate',
  'ssl-key': 'key',
  'ssl-crl': 'revoked',
  'ssl-crlpath': 'revokedFolder',
} as const;

/** Options that hold a list, and what of a `TlsPolicy` they are. */
export const TLS_LISTS = { 'ssl-cipher': 'ciphers', 'tls-ciphersuites': 'suites' } as const;

type TlsFile = keyof typeof TLS_FILES;
type TlsList = keyof typeof TLS_LISTS;

/** An option that says how a connection is protected. */
export type TlsOptionName = 'ssl' | 'ssl-mode' | 'ssl-verify-server-cert' | 'tls-version' | TlsFile | TlsList;

/** All options that say how a connection is protected. */
export const TLS_OPTIONS: readonly TlsOptionName[] = [
  ...(['ssl', 'ssl-mode', 'ssl-verify-server-cert', 'tls-version'] as const),
  ...keysOf(TLS_FILES),
  ...keysOf(TLS_LISTS),
];

/** Whether an option names a file or a folder. */
export function isTlsFile(name: string): name is TlsFile {
  return Object.hasOwn(TLS_FILES, name);
}

/** Whether an option holds a list. */
export function isTlsList(name: string): name is TlsList {
  return Object.hasOwn(TLS_LISTS, name);
}
