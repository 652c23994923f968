import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { isTrusted } from '../../hosts/owner-rule.js';

/** A link in a directory that is managed with what is in it. */
interface GivenLink {
  /** Its path without links on the way. */
  readonly real: string;
  /** The directory, without links. */
  readonly root: string;
  /** Who is to be its owner. */
  readonly uid: number | undefined;
}

const ANY = { links: 'any' } as const;

/**
 * Why a link that a user has made is not given to root with all that is in a directory: a link of root's is followed
 * anywhere, and nobody has said that this one may be. One that stays in the directory, or leads to what is that user's,
 * may. Undefined where nothing speaks against it.
 */
export async function reasonNotToGive(
  files: HostFiles,
  { real, root, uid }: GivenLink,
): Promise<Error | undefined> {
  if (uid === undefined || !isTrusted(uid, 0)) return undefined;
  const [link] = await files.status([real], { links: 'none' });
  if (!isStatus(link) || link.kind !== 'link' || isTrusted(link.uid, 0)) return undefined;
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
