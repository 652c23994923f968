import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { AUTHORITY_BUNDLES } from '../../hosts/local/trusted-authorities.js';
import { NoCredentialsError } from './api-error.js';

/** The authorities that a TLS connection trusts. */
export interface TlsTrust {
  /** Certificates of authorities, in PEM. @default the authorities of Node.js */
  readonly authorities: string | undefined;
  /** Whether a server is refused if none of them has signed its certificate. */
  readonly verify: boolean;
}

/**
 * Returns the authorities of a file on the host, or without a file those that the host trusts. They are read once, until
 * the run changes the host.
 * @throws {NoCredentialsError} if the file cannot be read.
 */
export function readTlsTrust(session: Session, file?: string, verify = true): Promise<TlsTrust> {
  return session.once(`authorities ${file} ${verify}`, () => loadTrust(session.host, file, verify));
}

async function loadTrust(host: Host, file: string | undefined, verify: boolean): Promise<TlsTrust> {
  const contents = await host.files.read(file === undefined ? AUTHORITY_BUNDLES : [file]);
  const found = contents.find((content) => content instanceof Buffer);
  if (file === undefined || found !== undefined) return { authorities: found?.toString('utf8'), verify };
  const [error] = contents;
  const reason = error instanceof Error ? error.message : `the file ${file} does not exist`;
  throw new NoCredentialsError(
    `${reason}; the credentials name it for the certificates of authorities (cacert)`,
  );
}
