import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { isTrustedUser } from '../../hosts/trusted-owner.js';

const ANY = { links: 'any' } as const;

/**
 * Describes why a link of another user must not be copied: the copy belongs to root, and links of root are followed
 * anywhere. A link that stays in the copied directory, or leads to a file of the same user, is safe. Undefined if it can
 * be copied, and for everything that is not a link.
 * @param name Its path below the directory that is copied; undefined if the link is copied alone.
 */
export async function findUnsafeLinkCopy(
  files: HostFiles,
  path: string,
  status: FileStatus,
  name?: string,
): Promise<string | undefined> {
  if (status.kind !== 'link' || isTrustedUser(status.uid)) return undefined;
  if (name !== undefined && staysInDirectory(name, status.target ?? '')) return undefined;
  const [end] = await files.resolve([path], ANY);
  if (end instanceof Error) return end.message;
  const [target] = end === undefined ? [] : await files.status([end.path], ANY);
  if (target !== undefined && !(target instanceof Error) && target.uid === status.uid) return undefined;
  return `${path} is a symbolic link of another user to ${status.target}, and its copy would be trusted as a link of root; give it to root (chown -h root ${path}) if that is intended, or leave it out (ignore)`;
}

/** `..` behind another name may lead anywhere, if that name is a link. */
function staysInDirectory(name: string, target: string): boolean {
  if (target.startsWith('/')) return false;
  const names = target.split('/');
  const levels = names.findIndex((one) => one !== '..');
  if (levels === -1 || names.slice(levels).includes('..')) return false;
  return levels < name.split('/').length;
}
