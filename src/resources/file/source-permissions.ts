import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { keptAccess } from '../../hosts/kept-access.js';
import type { WantedFile } from './attributes.js';
import { toOctal } from './mode.js';

/**
 * What a resource wants of owner, group and mode, with those of its source where it says that they count. Where a copy
 * belongs to somebody else than its source, it runs as nobody: set-id bits are given by whose file it is.
 */
export function applySourcePermissions(
  wanted: WantedFile,
  source: FileStatus | undefined,
  isNew: boolean,
  accounts: Accounts,
): WantedFile {
  const { source_permissions: which } = wanted;
  const counts = which === 'use' || (which === 'use_when_creating' && isNew);
  if (source === undefined || !counts) return wanted;
  const owner = wanted.owner ?? String(source.uid);
  const group = wanted.group ?? String(source.gid);
  const { mode = source.mode } = keptAccess(source, { uid: accounts.uid(owner), gid: accounts.gid(group) });
  return {
    ...wanted,
    owner,
    group,
    mode: wanted.mode ?? (source.kind === 'link' ? undefined : toOctal(mode)),
  };
}
