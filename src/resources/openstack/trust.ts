import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { AUTHORITY_BUNDLES } from '../../hosts/local/trusted-authorities.js';
import { NoCredentialsError } from './api-error.js';

/** Whom a connection with TLS trusts. */
export interface Trust {
  /** Certificates of authorities, in PEM; those that Node.js brings where there are none. */
  readonly authorities: string | undefined;
  /** Refuse a server whose certificate none of them has signed. */
  readonly verify: boolean;
}

/**
 * The authorities of a file on the host, or those that the host trusts where no file is named; read once, until the host
 * changes.
 * @throws {NoCredentialsError} where the file that is named cannot be read.
 */
export function readTrust(session: Session, file?: string, verify = true): Promise<Trust> {
  return session.once(`authorities ${file} ${verify}`, () => loadTrust(session.host, file, verify));
}

async function loadTrust(host: Host, file: string | undefined, verify: boolean): Promise<Trust> {
  const contents = await host.files.read(file === undefined ? AUTHORITY_BUNDLES : [file]);
  const found = contents.find((content) => content instanceof Buffer);
  if (file === undefined || found !== undefined) return { authorities: found?.toString('utf8'), verify };
  const [error] = contents;
  const reason = error instanceof Error ? error.message : `there is no file ${file}`;
  throw new NoCredentialsError(
    `${reason}; the credentials name it for the certificates of authorities (cacert)`,
  );
}
