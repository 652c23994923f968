import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { inheritAccess } from '../../hosts/inherit-access.js';
import type { DesiredFile } from './attributes.js';
import { toOctal } from './mode.js';

/**
 * Returns the desired state with owner, group and mode of the source, if `source_permissions` demands that. If the copy
 * has another owner than the source, it loses the set-id bits, which would allow to run it as that owner.
 */
export function applySourcePermissions(
  desired: DesiredFile,
  source: FileStatus | undefined,
  isNew: boolean,
  accounts: Accounts,
): DesiredFile {
  const { source_permissions: which } = desired;
  const applies = which === 'use' || (which === 'use_when_creating' && isNew);
  if (source === undefined || !applies) return desired;
  const owner = desired.owner ?? String(source.uid);
  const group = desired.group ?? String(source.gid);
  const { mode = source.mode } = inheritAccess(source, {
    uid: accounts.uid(owner),
    gid: accounts.gid(group),
  });
  return {
    ...desired,
    owner,
    group,
    mode: desired.mode ?? (source.kind === 'link' ? undefined : toOctal(mode)),
  };
}
