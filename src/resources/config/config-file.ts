import { isUtf8 } from 'node:buffer';
import type { Session } from '../../engine/session.js';
import { readAccounts } from '../../hosts/accounts.js';
import type { Host } from '../../hosts/host.js';
import { HostError } from '../../hosts/host-error.js';
import type { Access } from '../../hosts/host-files.js';
import { resolveFile } from '../../hosts/resolve-file.js';

/** A configuration file as text. */
export interface ConfigText {
  readonly text: string;
  /** UTF-8, unless it has bytes that UTF-8 does not: those are kept as they are, a byte a character. */
  readonly encoding: 'utf8' | 'latin1';
}

/** Reads a configuration file; undefined where there is none. */
export async function readConfig({ files }: Host, path: string): Promise<ConfigText | undefined> {
  const [content] = await files.read([await resolveFile(files, path)]);
  if (content instanceof Error) throw content;
  return content === undefined ? undefined : toText(path, content);
}

/**
 * Edits a configuration file as text, in one step. A path that is a link is followed: configuration is often linked
 * into /etc, and a link that somebody made on purpose stays.
 * @param fresh Permissions and owners of a file that was not there; one that was keeps its own.
 * @returns whether anything was written.
 */
export function rewriteConfig(
  session: Session,
  path: string,
  rewrite: (text: string) => string,
  fresh?: () => Promise<Access>,
): Promise<boolean> {
  return session.rewrite(
    path,
    (content) => {
      const { text, encoding } =
        content === undefined ? { text: '', encoding: 'utf8' as const } : toText(path, content);
      const rewritten = rewrite(text);
      return rewritten === text ? undefined : encode(path, rewritten, encoding);
    },
    fresh === undefined ? {} : { fresh },
  );
}

/**
 * Who may read a new file of a service: its group, and nobody else, because passwords come into it sooner or
 * later. Where the group is not there, root alone.
 */
export async function resolveServiceAccess(session: Session, group: string): Promise<Access> {
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  await accounts.queryServices(session.host, { groups: [group] });
  return { mode: 0o640, gid: accounts.gid(group) };
}

function toText(path: string, content: Buffer): ConfigText {
  const nul = content.indexOf(0);
  if (nul >= 0) {
    const what = `${path} is no text file: byte ${nul} is NUL`;
    throw new HostError(`${what}; move it away if it is not what you want there`, undefined, path);
  }
  const encoding = isUtf8(content) ? 'utf8' : 'latin1';
  return { text: content.toString(encoding), encoding };
}

function encode(path: string, text: string, encoding: ConfigText['encoding']): Buffer {
  const content = Buffer.from(text, encoding);
  if (content.toString(encoding) !== text) {
    const what = `${path} is not in UTF-8, and a wanted value has characters that its encoding lacks`;
    throw new HostError(`${what}; convert the file to UTF-8 first`, undefined, path);
  }
  return content;
}
