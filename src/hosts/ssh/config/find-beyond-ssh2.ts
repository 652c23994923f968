import { existsSync } from 'node:fs';
import type { Account } from './account.js';
import type { OptionValues } from './option-values.js';

/** Options that only the client of OpenSSH supports; the test tells whether a value makes use of it. */
const OPTIONS: Readonly<Record<string, { readonly name: string; test(value: string): boolean }>> = {
  proxycommand: { name: 'ProxyCommand', test: isSet },
  controlpath: { name: 'ControlPath', test: isSet },
  gssapiauthentication: { name: 'GSSAPIAuthentication', test: isOn },
  hostbasedauthentication: { name: 'HostbasedAuthentication', test: isOn },
  pkcs11provider: { name: 'PKCS11Provider', test: isSet },
  certificatefile: { name: 'CertificateFile', test: isSet },
  knownhostscommand: { name: 'KnownHostsCommand', test: isSet },
  revokedhostkeys: { name: 'RevokedHostKeys', test: isSet },
  checkhostip: { name: 'CheckHostIP', test: isOn },
  verifyhostkeydns: { name: 'VerifyHostKeyDNS', test: (value) => isOn(value) || value === 'ask' },
};

/** Returns the names of the options that ssh2 does not support and that are in use. */
export function findBeyondSsh2(values: OptionValues, account: Account): string[] {
  return Object.entries(OPTIONS)
    .filter(([keyword]) => keyword !== 'gssapiauthentication' || hasTicket(account))
    .filter(([keyword, { test }]) => values.get(keyword)?.some((value) => test(value.toLowerCase())) === true)
    .map(([, { name }]) => name);
}

function isSet(value: string): boolean {
  return value !== '' && value !== 'none';
}

function isOn(value: string): boolean {
  return value === 'yes' || value === 'true';
}

/** Whether the user may have a Kerberos ticket. Distributions switch GSSAPI on for all users, most of whom have none. */
function hasTicket({ uid, environment }: Account): boolean {
  return environment.KRB5CCNAME !== undefined || existsSync(`/tmp/krb5cc_${uid}`);
}
