import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Access, FileStatus, Links } from '../../hosts/host-files.js';
import { keptAccess } from '../../hosts/kept-access.js';
import { NEW_MODE, type Ownership, resolveModeFor } from './access.js';
import type { WantedFile } from './attributes.js';
import { backUp } from './back-up.js';
import { compareContents } from './compare-contents.js';
import { findObstacle } from './desired-kind.js';
import { resolveMode } from './mode.js';
import { openSource } from './open-source.js';
import { managesLabel, setLabel } from './selinux-label.js';
import type { Source } from './sources.js';
import { withValidatedContent } from './validate-content.js';

/** What a file should hold: some bytes, or what a source has. */
export type Content = Buffer | Source;

/** One path, and what must be there afterwards. */
export interface PathGoal {
  /** The resource that it is, or is a part of, for messages. */
  readonly reference: string;
  readonly path: string;
  /**
   * Which links it may lead through: of what was found in a directory none, because the path is real, and what is to be
   * done is for that alone, whatever links somebody puts on the way meanwhile. @default 'trusted'
   */
  readonly links?: Links | undefined;
  readonly kind: FileStatus['kind'];
  /** Of a file; undefined leaves what is there, or makes an empty one. */
  readonly content?: Content | undefined;
  /** Of a link. */
  readonly target?: string | undefined;
  readonly owners: Ownership;
  /** A new file is its owner's alone unless its mode says otherwise. @default false */
  readonly confidential?: boolean | undefined;
  /** The resource that it is, or is a part of. */
  readonly wanted: WantedFile;
}

/** Brings one path to its goal, with as few steps as it takes. What is in place already is left alone. */
export function changePath(session: Session, goal: PathGoal): Promise<void> {
  // Other types may edit the same file: neither content nor mode of what they write may be taken for the old ones.
  return session.exclusively([goal.path], async () => {
    await changeContentAndAccess(session, goal);
    if (managesLabel(goal.wanted)) await setLabel(session, goal);
  });
}

async function changeContentAndAccess(session: Session, goal: PathGoal): Promise<void> {
  const { path, kind, wanted, owners, links } = goal;
  const { files } = session.host;
  const before = await readStatus(session, goal);
  if (before === undefined) await requireParent(session, goal);
  const same = before !== undefined && before.kind === kind ? before : undefined;
  const access: Access = { ...owners, mode: resolveNewMode(goal, same) };

  if (kind === 'file') {
    const content = await findNewContent(session, goal, same);
    if (content === undefined) return setAccessIfDifferent(session, goal, same, access);
    const whole = Buffer.isBuffer(content) ? content : await openSource(session, content, wanted);
    await withValidatedContent(session, goal, whole, async (valid) => {
      if (before !== undefined) await clearPath(session, goal, path, before, isInTheWay(before));
      await files.write(path, valid, { ...access, links });
    });
    return;
  }
  // A link takes the place of a file in one step.
  const clears = kind !== 'link' || before?.kind !== 'file';
  if (before !== undefined && same === undefined) await clearPath(session, goal, path, before, clears);
  if (kind === 'link') {
    // Where nobody says where it points to, one that is there keeps its own way.
    if (same === undefined || goal.target !== undefined) await files.link(path, goal.target ?? '', { links });
    return setAccessIfDifferent(session, goal, await readStatus(session, goal), access);
  }
  if (same !== undefined || kind !== 'directory') return setAccessIfDifferent(session, goal, same, access);
  await files.makeDirectory(path, access, { links });
}

/** Removes what is at a path, and keeps a copy of it. A directory goes by force alone. */
export async function clearPath(
  session: Session,
  { wanted, reference, links }: Pick<PathGoal, 'wanted' | 'reference' | 'links'>,
  path: string,
  status: FileStatus,
  remove: boolean,
): Promise<void> {
  const why = findObstacle({ ...wanted, path }, status);
  if (why !== undefined) raise('file.force', why, { hint: 'move it away, or set force: true' });
  await backUp(session, { wanted, reference, links }, path, status);
  if (remove) await session.host.files.remove(path, { recursive: status.kind === 'directory', links });
}

/** What a file cannot be renamed over, or would be renamed into. */
function isInTheWay({ kind }: FileStatus): boolean {
  return kind === 'directory' || kind === 'other';
}

/** The content to write; undefined where the one that is there stays. */
async function findNewContent(
  session: Session,
  { path, content, wanted }: PathGoal,
  same: FileStatus | undefined,
): Promise<Content | undefined> {
  if (same === undefined) return content ?? Buffer.alloc(0);
  if (content === undefined) return undefined;
  const [difference] = await compareContents(session, [
    { path, status: same, content, asText: false, wanted },
  ]);
  if (difference instanceof Error) throw difference;
  return difference === undefined ? undefined : content;
}

/** A mode that is new, or undefined where the one that is there stays. */
function resolveNewMode(
  { kind, confidential, owners, wanted: { mode } }: PathGoal,
  same: FileStatus | undefined,
): number | undefined {
  if (kind === 'link') return undefined;
  if (same !== undefined)
    return mode === undefined ? undefined : resolveModeFor(mode, withoutDroppedBits(same, owners));
  const usual = kind === 'directory' ? NEW_MODE.directory : confidential ? NEW_MODE.secret : NEW_MODE.file;
  return mode === undefined ? usual : resolveMode(mode, usual, kind === 'directory');
}

/**
 * What a change of the mode starts from: a file that gets another owner loses its set-id bits, unless the new mode has
 * them.
 */
function withoutDroppedBits(same: FileStatus, { uid = same.uid, gid = same.gid }: Ownership): FileStatus {
  return { ...same, mode: keptAccess(same, { uid, gid }).mode ?? same.mode };
}

async function setAccessIfDifferent(
  { host: { files } }: Session,
  { path, links }: PathGoal,
  status: FileStatus | undefined,
  { uid, gid, mode }: Access,
): Promise<void> {
  if (status === undefined) return;
  const settled =
    (uid ?? status.uid) === status.uid &&
    (gid ?? status.gid) === status.gid &&
    (mode ?? status.mode) === status.mode;
  if (!settled) await files.setAccess(path, { uid, gid, mode }, { links });
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
  raise('file.parent', `${path} cannot be made: the directory ${parent} does not exist`, {
    hint: `declare File[${parent}] with ensure: 'directory', or the package that brings it`,
  });
}
