import { isUtf8 } from 'node:buffer';
import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { HostError } from '../../hosts/host-error.js';
import type { Access } from '../../hosts/host-files.js';
import { resolveFile } from '../../hosts/resolve-file.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';

/** A configuration file as text. */
export interface ConfigText {
  readonly text: string;
  /** UTF-8, unless it contains other bytes: those are preserved, as one character per byte. */
  readonly encoding: 'utf8' | 'latin1';
}

/** Reads a configuration file; undefined if it does not exist. */
export async function readConfig({ files }: Host, path: string): Promise<ConfigText | undefined> {
  const [content] = await files.read([await resolveFile(files, path)]);
  if (content instanceof Error) throw content;
  return content === undefined ? undefined : toText(path, content);
}

/**
 * Edits a configuration file as text, in one step. Links are followed, because configuration is often linked into /etc.
 * @param newFileAccess Permissions and owners of a new file; an existing one keeps its own.
 * @returns whether anything was written.
 */
export function rewriteConfig(
  session: Session,
  path: string,
  rewrite: (text: string) => string,
  newFileAccess?: () => Promise<Access>,
): Promise<boolean> {
  return session.rewrite(
    path,
    (content) => {
      const { text, encoding } =
        content === undefined ? { text: '', encoding: 'utf8' as const } : toText(path, content);
      const rewritten = rewrite(text);
      return rewritten === text ? undefined : encode(path, rewritten, encoding);
    },
    newFileAccess === undefined ? {} : { fresh: newFileAccess },
  );
}

/**
 * Resolves who may read a new file of a service: its group, and no other users, because it will contain passwords. If the
 * group does not exist, only root.
 */
export async function resolveServiceAccess(session: Session, group: string): Promise<Access> {
  const accounts = await readSharedAccounts(session, { groups: [group] });
  return { mode: 0o640, gid: accounts.gid(group) };
}

function toText(path: string, content: Buffer): ConfigText {
  const nul = content.indexOf(0);
  if (nul >= 0) {
    const what = `${path} is not a text file: byte ${nul} is NUL`;
    throw new HostError(`${what}; move it away if it is not a configuration file`, undefined, path);
  }
  const encoding = isUtf8(content) ? 'utf8' : 'latin1';
  return { text: content.toString(encoding), encoding };
}

function encode(path: string, text: string, encoding: ConfigText['encoding']): Buffer {
  const content = Buffer.from(text, encoding);
  if (content.toString(encoding) !== text) {
    const what = `${path} is not in UTF-8, and a desired value has characters that its encoding lacks`;
    throw new HostError(`${what}; convert the file to UTF-8 first`, undefined, path);
  }
  return content;
}
