import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { NO_LINKS } from '../../hosts/no-links.js';
import type { WantedFile } from './attributes.js';
import { type DesiredEntry, linkTargetOf } from './desired-entries.js';

/** Something in a directory that is managed with what is in it. */
interface LocatedEntry extends DesiredEntry {
  /** Its path without links on the way. */
  readonly real: string;
  /** The properties that differ. */
  readonly reasons: readonly string[];
}

const ANY = { links: 'any' } as const;

/**
 * Why a link that a user has made is not given to root with all that is in a directory: a link of root's is followed
 * anywhere, and nobody has said that this one may be. One that stays in the directory, or leads to what is that user's,
 * may. Undefined where nothing speaks against it, and of all that is no such link.
 * @param root The directory, without links.
 */
export async function findUnsafeOwnerChange(
  files: HostFiles,
  { wanted: { owner }, accounts }: { readonly wanted: WantedFile; readonly accounts: Accounts },
  entry: LocatedEntry,
  root: string,
): Promise<Error | undefined> {
  const { kind, real, reasons } = entry;
  if (kind !== 'link' || !reasons.includes('owner') || linkTargetOf(entry) !== undefined) return undefined;
  if (owner === undefined || accounts.uid(owner) !== 0) return undefined;
  const [link] = await files.status([real], NO_LINKS);
  if (!isStatus(link) || link.kind !== 'link' || link.uid === 0) return undefined;
  const [end] = await files.resolve([real], ANY);
  if (end === undefined || end instanceof Error) return end;
  if (end.path.startsWith(`${root}/`) || end.path === root) return undefined;
  const [there] = await files.status([end.path], ANY);
  if (isStatus(there) && there.uid === link.uid) return undefined;
  return new Error(
    `${real} is not given to root: it is a symbolic link of another user and leads out of ${root}, to ${end.path}; make it root's (chown -h root ${real}) if it is meant, or remove it`,
  );
}

function isStatus(found: FileStatus | Error | undefined): found is FileStatus {
  return found !== undefined && !(found instanceof Error);
}
