import type { Session } from '../../engine/session.js';
import type { DesiredFile } from './attributes.js';
import { computeFileDigest } from './digest.js';
import type { PathStatus } from './read-statuses.js';

/** Whether a file has the checksum of `checksum_value`, so that its source does not have to be read. */
export async function hasDesiredChecksum(
  session: Session,
  { source, checksum, checksum_value: value, replace }: DesiredFile,
  found: PathStatus | undefined,
): Promise<boolean> {
  if (source === undefined || value === undefined || !replace || found === undefined) return false;
  const { path, status } = found;
  if (status === undefined || status instanceof Error || status.kind !== 'file') return false;
  // A file that cannot be read is reported when it is compared.
  const digest = await computeFileDigest(session.host.files, path, checksum).catch(() => undefined);
  return digest === value.toLowerCase();
}
