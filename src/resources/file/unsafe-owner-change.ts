import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import type { DesiredFile } from './attributes.js';
import { type DesiredEntry, linkTargetOf } from './desired-entries.js';

/** An entry of a directory that is managed with its content. */
interface LocatedEntry extends DesiredEntry {
  /** Its path with links resolved. */
  readonly real: string;
  /** The properties that differ. */
  readonly reasons: readonly string[];
}

const ANY = { links: 'any' } as const;

/**
 * Describes why a link that a user has created must not be given to root with the content of a directory: links of root
 * are trusted and followed. A link to a file in the directory, or to a file of the same user, is safe. Undefined if the
 * owner can be changed.
 * @param root The directory, with links resolved.
 */
export async function findUnsafeOwnerChange(
  files: HostFiles,
  { desired: { owner }, accounts }: { readonly desired: DesiredFile; readonly accounts: Accounts },
  entry: LocatedEntry,
  root: string,
): Promise<Error | undefined> {
  const { kind, real, reasons } = entry;
  if (kind !== 'link' || !reasons.includes('owner') || linkTargetOf(entry) !== undefined) return undefined;
  if (owner === undefined || accounts.uid(owner) !== 0) return undefined;
  const [link] = await files.status([real], RESOLVED_PATH);
  if (!isStatus(link) || link.kind !== 'link' || link.uid === 0) return undefined;
  const [end] = await files.resolve([real], ANY);
  if (end === undefined || end instanceof Error) return end;
  if (end.path.startsWith(`${root}/`) || end.path === root) return undefined;
  const [target] = await files.status([end.path], ANY);
  if (isStatus(target) && target.uid === link.uid) return undefined;
  return new Error(
    `${real} is not given to root: it is a symbolic link of another user to ${end.path}, outside of ${root}; give it to root (chown -h root ${real}) if that is intended, or remove it`,
  );
}

function isStatus(found: FileStatus | Error | undefined): found is FileStatus {
  return found !== undefined && !(found instanceof Error);
}
