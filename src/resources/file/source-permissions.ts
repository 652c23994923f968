import type { FileStatus } from '../../hosts/host-files.js';
import type { WantedFile } from './attributes.js';
import { octal } from './mode.js';

/** What a resource wants of owner, group and mode, with those of its source where it says that they count. */
export function withPermissions(
  wanted: WantedFile,
  source: FileStatus | undefined,
  isNew: boolean,
): WantedFile {
  const { source_permissions: which } = wanted;
  const counts = which === 'use' || (which === 'use_when_creating' && isNew);
  if (source === undefined || !counts) return wanted;
  return {
    ...wanted,
    owner: wanted.owner ?? String(source.uid),
    group: wanted.group ?? String(source.gid),
    mode: wanted.mode ?? (source.kind === 'link' ? undefined : octal(source.mode)),
  };
}
