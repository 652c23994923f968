import { readFile } from 'node:fs/promises';

/** Where machines keep the certificate authorities that they trust: Debian, then Enterprise Linux. */
export const AUTHORITY_BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/**
 * Returns the authorities that this machine trusts, to which a site adds its own; the built-in ones of Node.js if the
 * machine has none.
 */
export async function trustedAuthorities(): Promise<string[]> {
  for (const bundle of AUTHORITY_BUNDLES) {
    const text = await readFile(bundle, 'utf8').catch(() => undefined);
    if (text !== undefined) return [text];
  }
  const { rootCertificates } = await import('node:tls');
  return [...rootCertificates];
}
