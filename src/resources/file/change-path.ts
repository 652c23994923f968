import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Access, FileStatus, Links } from '../../hosts/host-files.js';
import { inheritAccess } from '../../hosts/inherit-access.js';
import { NEW_MODE, type Ownership, resolveModeFor } from './access.js';
import type { DesiredFile } from './attributes.js';
import { backUp } from './back-up.js';
import { compareContents } from './compare-contents.js';
import { findObstacle } from './desired-kind.js';
import { resolveMode } from './mode.js';
import { openSource } from './open-source.js';
import { revokesWriteAccess } from './revokes-write-access.js';
import { managesLabel, setLabel } from './selinux-label.js';
import type { Source } from './sources.js';
import { withValidatedContent } from './validate-content.js';

/** The desired content of a file: bytes, or that of a source. */
export type Content = Buffer | Source;

/** The desired state of one path. */
export interface PathGoal {
  /** The reference of the resource that it is or belongs to, for messages. */
  readonly reference: string;
  readonly path: string;
  /**
   * Which links the path may contain: none for entries of a directory, because their path is resolved, and links that
   * another user creates in the meantime must not be followed. @default 'trusted'
   */
  readonly links?: Links | undefined;
  readonly kind: FileStatus['kind'];
  /** The content of a file; undefined keeps the existing one, or creates an empty file. */
  readonly content?: Content | undefined;
  /** The target of a link. */
  readonly target?: string | undefined;
  readonly owners: Ownership;
  /** Whether only the owner of a new file may read it by default. @default false */
  readonly confidential?: boolean | undefined;
  /** The resource that it is or belongs to. */
  readonly desired: DesiredFile;
}

/** Changes one path to its desired state, and only in what differs. */
export function changePath(session: Session, goal: PathGoal): Promise<void> {
  // Other types may edit the same file: their content and mode must not be overwritten with older ones.
  return session.exclusively([goal.path], async () => {
    await changeContentAndAccess(session, goal);
    if (managesLabel(goal.desired)) await setLabel(session, goal);
  });
}

async function changeContentAndAccess(session: Session, goal: PathGoal): Promise<void> {
  const { path, kind, desired, owners, links } = goal;
  const { files } = session.host;
  const before = await readStatus(session, goal);
  if (before === undefined) await requireParent(session, goal);
  const same = before !== undefined && before.kind === kind ? before : undefined;
  const access: Access = { ...owners, mode: resolveNewMode(goal, same) };

  if (kind === 'file') {
    const content = await findNewContent(session, goal, same, access);
    if (content === undefined) return setAccessIfDifferent(session, goal, same, access);
    const whole = Buffer.isBuffer(content) ? content : await openSource(session, content, desired);
    await withValidatedContent(session, goal, whole, async (valid) => {
      if (before !== undefined) await clearPath(session, goal, path, before, isInTheWay(before));
      await files.write(path, valid, { ...access, links });
    });
    return;
  }
  // A link replaces a file atomically.
  const clears = kind !== 'link' || before?.kind !== 'file';
  if (before !== undefined && same === undefined) await clearPath(session, goal, path, before, clears);
  if (kind === 'link') {
    // Without a target, an existing link keeps its own.
    if (same === undefined || goal.target !== undefined) await files.link(path, goal.target ?? '', { links });
    return setAccessIfDifferent(session, goal, await readStatus(session, goal), access);
  }
  if (same !== undefined || kind !== 'directory') return setAccessIfDifferent(session, goal, same, access);
  await files.makeDirectory(path, access, { links });
}

/** Backs up what is at a path, and removes it. A directory is only removed with force. */
export async function clearPath(
  session: Session,
  { desired, reference, links }: Pick<PathGoal, 'desired' | 'reference' | 'links'>,
  path: string,
  status: FileStatus,
  remove: boolean,
): Promise<void> {
  const why = findObstacle({ ...desired, path }, status);
  if (why !== undefined) raise('file.force', why, { hint: 'move it away, or set force: true' });
  await backUp(session, { desired, reference, links }, path, status);
  if (remove) await session.host.files.remove(path, { recursive: status.kind === 'directory', links });
}

/** Whether a file cannot be renamed over it, or would be moved into it. */
function isInTheWay({ kind }: FileStatus): boolean {
  return kind === 'directory' || kind === 'other';
}

/** Finds the content to write; undefined if the existing file stays. */
async function findNewContent(
  session: Session,
  { path, content, desired }: PathGoal,
  same: FileStatus | undefined,
  access: Access,
): Promise<Content | undefined> {
  if (same === undefined) return content ?? Buffer.alloc(0);
  if (content === undefined || revokesWriteAccess(same, access)) return content;
  const [difference] = await compareContents(session, [
    { path, status: same, content, asText: false, desired },
  ]);
  if (difference instanceof Error) throw difference;
  return difference === undefined ? undefined : content;
}

/** Resolves the mode to set; undefined if the existing one stays. */
function resolveNewMode(
  { kind, confidential, owners, desired: { mode } }: PathGoal,
  same: FileStatus | undefined,
): number | undefined {
  if (kind === 'link') return undefined;
  if (same !== undefined)
    return mode === undefined ? undefined : resolveModeFor(mode, withoutDroppedBits(same, owners));
  const defaultMode =
    kind === 'directory' ? NEW_MODE.directory : confidential ? NEW_MODE.secret : NEW_MODE.file;
  return mode === undefined ? defaultMode : resolveMode(mode, defaultMode, kind === 'directory');
}

/**
 * Returns the status that a symbolic mode is applied to: a file that gets another owner loses its set-id bits, unless the
 * new mode sets them.
 */
function withoutDroppedBits(same: FileStatus, { uid = same.uid, gid = same.gid }: Ownership): FileStatus {
  return { ...same, mode: inheritAccess(same, { uid, gid }).mode ?? same.mode };
}

async function setAccessIfDifferent(
  { host: { files } }: Session,
  { path, links }: PathGoal,
  status: FileStatus | undefined,
  { uid, gid, mode }: Access,
): Promise<void> {
  if (status === undefined) return;
  const inSync =
    (uid ?? status.uid) === status.uid &&
    (gid ?? status.gid) === status.gid &&
    (mode ?? status.mode) === status.mode;
  if (!inSync) await files.setAccess(path, { uid, gid, mode }, { links });
}

async function readStatus(
  session: Session,
  { path, links }: Pick<PathGoal, 'path' | 'links'>,
): Promise<FileStatus | undefined> {
  const [status] = await session.host.files.status([path], { links });
  if (status instanceof Error) throw status;
  return status;
}

async function requireParent(session: Session, { path, links }: PathGoal): Promise<void> {
  const parent = posix.dirname(path);
  const [status] = await session.host.files.status([parent], { links });
  if (status !== undefined) return;
  raise('file.parent', `${path} cannot be created: the directory ${parent} does not exist`, {
    hint: `declare File[${parent}] with ensure: 'directory', or the package that creates it`,
  });
}
