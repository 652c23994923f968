import { isUtf8 } from 'node:buffer';
import { dirname } from 'node:path/posix';
import type { Session } from '../../engine/session.js';
import { readAccounts } from '../../hosts/accounts.js';
import type { Host } from '../../hosts/host.js';
import { HostError } from '../../hosts/host-error.js';
import type { Access } from '../../hosts/host-files.js';
import { refuse } from '../../hosts/refusal.js';

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** A configuration file as text. */
export interface ConfigText {
  readonly text: string;
  /** UTF-8, unless it has bytes that UTF-8 does not: those are kept as they are, a byte a character. */
  readonly encoding: 'utf8' | 'latin1';
}

/** Reads a configuration file; undefined where there is none. */
export async function readConfig(host: Host, path: string): Promise<ConfigText | undefined> {
  const content = await readOne(host, await findFile(host, path));
  return content === undefined ? undefined : toText(path, content);
}

/**
 * Rewrites a configuration file in one step, with one read and at most one write. A path that is a link is
 * followed, and the file that it leads to is replaced: configuration is often linked into /etc, and a link that
 * somebody made on purpose stays.
 * @param fresh Permissions and owners of a file that was not there; one that was keeps its own.
 * @returns whether anything was written.
 */
export async function rewriteConfig(
  session: Session,
  path: string,
  rewrite: (text: string) => string,
  fresh: () => Promise<Access>,
): Promise<boolean> {
  const { host } = session;
  const target = await findFile(host, path);
  const content = await readOne(host, target);
  const { text, encoding } =
    content === undefined ? { text: '', encoding: 'utf8' as const } : toText(path, content);
  const rewritten = rewrite(text);
  if (rewritten === text) return false;
  if (content === undefined) {
    await mustHaveDirectory(host, target);
    await host.files.write(target, rewritten, await fresh());
    return true;
  }
  await session.backup(target, content);
  await host.files.write(target, encode(path, rewritten, encoding));
  return true;
}

/**
 * Who may read a new file of a service: its group, and nobody else, because passwords come into it sooner or
 * later. Where the group is not there, root alone.
 */
export async function accessOfService(session: Session, group: string): Promise<Access> {
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  await accounts.learn(session.host, { groups: [group] });
  return { mode: 0o640, gid: accounts.gid(group) };
}

async function readOne(host: Host, path: string): Promise<Buffer | undefined> {
  const [content] = await host.files.read([path]);
  if (content instanceof Error) throw content;
  return content;
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

/** Where a path leads: to a file, or to nothing yet. What is neither, such as a device, is never replaced by a file. */
async function findFile(host: Host, path: string): Promise<string> {
  let at = path;
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    const [status] = await host.files.status([at]);
    if (status instanceof Error) throw status;
    if (status === undefined || status.kind === 'file') return at;
    if (status.kind !== 'link' || status.target === undefined) {
      const what = status.kind === 'directory' ? 'a directory' : 'a device, a pipe or a socket';
      const where = at === path ? path : `${path} leads to ${at}, which`;
      throw new HostError(
        `${where} is ${what}, and not a configuration file; see whether the path is right`,
        undefined,
        path,
      );
    }
    // Not normalised: where a directory is a link itself, '..' leads elsewhere than it seems.
    at = status.target.startsWith('/') ? status.target : `${dirname(at)}/${status.target}`;
  }
  return refuse('follow', path, 'ELOOP');
}

async function mustHaveDirectory(host: Host, path: string): Promise<void> {
  const directory = dirname(path);
  const [status] = await host.files.status([directory]);
  if (status !== undefined) return;
  throw new HostError(
    `cannot make ${path}: there is no directory ${directory}; install the package that brings it, or declare File[${directory}]`,
    'ENOENT',
    path,
  );
}
