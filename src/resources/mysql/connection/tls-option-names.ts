import { keysOf } from '../../../data/keys-of.js';

/** Options for a file or a directory, with their property in `TlsPolicy`. */
export const TLS_FILES = {
  'ssl-ca': 'authorities',
  'ssl-capath': 'authoritiesFolder',
  'ssl-cert': 'certificate',
  'ssl-key': 'key',
  'ssl-crl': 'revoked',
  'ssl-crlpath': 'revokedFolder',
} as const;

/** Options for a list, with their property in `TlsPolicy`. */
export const TLS_LISTS = { 'ssl-cipher': 'ciphers', 'tls-ciphersuites': 'suites' } as const;

type TlsFile = keyof typeof TLS_FILES;
type TlsList = keyof typeof TLS_LISTS;

/** An option for the protection of a connection. */
export type TlsOptionName = 'ssl' | 'ssl-mode' | 'ssl-verify-server-cert' | 'tls-version' | TlsFile | TlsList;

/** All options for the protection of a connection. */
export const TLS_OPTIONS: readonly TlsOptionName[] = [
  ...(['ssl', 'ssl-mode', 'ssl-verify-server-cert', 'tls-version'] as const),
  ...keysOf(TLS_FILES),
  ...keysOf(TLS_LISTS),
];

/** Returns whether the value of an option is a file or a directory. */
export function isTlsFile(name: string): name is TlsFile {
  return Object.hasOwn(TLS_FILES, name);
}

/** Returns whether the value of an option is a list. */
export function isTlsList(name: string): name is TlsList {
  return Object.hasOwn(TLS_LISTS, name);
}
