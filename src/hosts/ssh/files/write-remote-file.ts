import { Readable } from 'node:stream';
import type { Access, FileContent, WriteOptions } from '../../host-files.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { refuseHardLinkedFile, refuseSetId } from '../../paths/hard-linked-file.js';
import { passesAclOn } from '../../paths/inherited-access.js';
import { newFileAccess } from '../../paths/new-file-access.js';
import { throwHostError } from '../../system-error.js';
import { copyName, temporaryName, temporaryStem } from '../../temporary-name.js';
import { leavesUser } from '../../trusted-owner.js';
import { type ExaminedEntry, toFileStatus } from './examined-entry.js';
import { call, executeIn, modeOf, ownerOf, type Remote, workOn } from './remote-step.js';
import type { ExaminedDirectory, RemoteWalk } from './remote-walk.js';

/** The number of bytes in one request. */
const PIECE = 1024 * 1024;

/** Where and how a file is written. */
interface Target {
  readonly entry: DirectoryEntry<ExaminedDirectory>;
  /** The file that is replaced. */
  readonly before: ExaminedEntry | undefined;
  readonly access: Access;
  readonly temporary: string;
}

/** Replaces a file atomically; see `HostFiles.write`. */
export async function writeRemoteFile(
  remote: Remote,
  path: string,
  content: FileContent,
  options: WriteOptions,
): Promise<void> {
  const find = (walk: RemoteWalk) => findTarget(remote, walk, path, options);
  if (!(content instanceof Readable) && Buffer.byteLength(content) <= PIECE) {
    const bytes = Buffer.from(content);
    return workOn(remote, 'write', path, options, find, (target) =>
      writeWhole(remote, target, bytes, options),
    );
  }
  const source = content instanceof Readable ? content : Readable.from(slices(Buffer.from(content)));
  try {
    const target = await workOn(remote, 'write', path, options, find, async (found) => {
      const identity = await begin(remote, found);
      return { ...found, identity };
    });
    try {
      for await (const piece of inPieces(source)) {
        await workOn(
          remote,
          'write',
          path,
          options,
          () => target,
          (known) => addPiece(remote, known, piece),
        );
      }
      await workOn(
        remote,
        'write',
        path,
        options,
        () => target,
        (known) => finish(remote, known, options),
      );
    } catch (error) {
      await abandon(remote, target);
      throw error;
    }
  } finally {
    // If nothing could be written, the stream has not been read.
    source.destroy();
  }
}

function findTarget({ self }: Remote, walk: RemoteWalk, path: string, options: WriteOptions): Target {
  const entry = walk.entry(path);
  const status = walk.status(entry);
  const before = status?.kind === 'link' ? undefined : status;
  if (before !== undefined) {
    if (before.isDirectory()) throwHostError('write', path, 'EISDIR');
    // A rename would replace even /dev/null with a regular file.
    if (!before.isFile()) throwHostError('write', path, 'ENOTSUP');
    refuseHardLinkedFile('write', entry, before);
    if (options.mode === undefined) refuseSetId(entry, before);
  }
  const access = newFileAccess(entry.directory, options, before && toFileStatus(before), self);
  return { entry, before, access, temporary: temporaryName(entry.name) };
}

async function writeWhole(
  remote: Remote,
  target: Target,
  content: Buffer,
  options: WriteOptions,
): Promise<void> {
  const lines = [
    ...creationOf(remote, target),
    call('add_content', content.length),
    ...completionOf(remote, target, options),
  ];
  await executeIn(remote, target.entry.directory, lines, { content });
}

/** Creates the temporary file, and returns what identifies it. */
async function begin(remote: Remote, target: Target): Promise<string> {
  const lines = [...creationOf(remote, target), 'stat -L -c "$identity" /proc/self/fd/6', 'keep'];
  const { output } = await executeIn(remote, target.entry.directory, lines);
  return output.toString('latin1').trim();
}

type Begun = Target & { readonly identity: string };

async function addPiece(remote: Remote, { entry, temporary, identity }: Begun, piece: Buffer): Promise<void> {
  const lines = [call('open_to_append', temporary, identity), call('add_content', piece.length)];
  await executeIn(remote, entry.directory, lines, { content: piece });
}

async function finish(remote: Remote, target: Begun, options: WriteOptions): Promise<void> {
  const { entry, temporary, identity, before } = target;
  const lines = [
    before !== undefined && call('open_examined', entry.name, before.identity),
    call('open_to_append', temporary, identity),
    call('remove_unless_kept', temporary),
    ...completionOf(remote, target, options),
  ];
  await executeIn(remote, entry.directory, lines);
}

async function abandon(remote: Remote, { entry, temporary }: Begun): Promise<void> {
  // The error that is thrown is the reason; a file that remains is removed by the next run.
  await executeIn(remote, entry.directory, [call('rm', '-f', '--', `./${temporary}`)]).catch(() => undefined);
}

/** Opens the file that is replaced as descriptor 5, and creates the new one as descriptor 6. */
function creationOf({ self }: Remote, { entry, before, access, temporary }: Target): string[] {
  const { directory, name } = entry;
  const { uid = self.uid, gid = directory.group ?? self.gid } = access;
  const isOwn = uid === self.uid && gid === (directory.group ?? self.gid);
  return [
    ...(before === undefined ? [] : [call('open_examined', name, before.identity)]),
    call('remove_stale', temporaryStem(name)),
    call('create', temporary),
    ...(isOwn ? [] : [call('own', ownerOf(uid, gid))]),
  ];
}

/** Gives the new file its attributes, its mode and its name. */
function completionOf(
  { self }: Remote,
  { entry, before, access }: Target,
  { plain }: WriteOptions,
): string[] {
  const { directory, name } = entry;
  const { uid = self.uid, gid, mode = 0o644 } = access;
  const isKept = before !== undefined && plain !== true && !leavesUser(before.uid, uid, self.uid);
  const attributes = isKept
    ? ['keep_attributes']
    : passesAclOn(directory, uid, self)
      ? [call('clear_grants', '/proc/self/fd/6', '0600')]
      : [];
  return [
    ...attributes,
    ...(before === undefined ? [] : overwritingOf(name, before, { uid, gid, mode: access.mode })),
    call('put_in_place', name, modeOf(mode)),
  ];
}

/** Sets what is needed if the file cannot be replaced because something is mounted on its name. */
function overwritingOf(name: string, before: ExaminedEntry, access: Access): string[] {
  const narrow = access.mode === undefined ? before.mode : before.mode & access.mode;
  return [
    `before=${before.identity} copy=${call(copyName(name))}`,
    `narrow=${modeOf(narrow)} owner=${ownerOf(access.uid ?? before.uid, access.gid ?? before.gid)}`,
  ];
}

async function* inPieces(source: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    for (const slice of slices(Buffer.from(chunk))) {
      waiting.push(slice);
      length += slice.length;
      if (length < PIECE) continue;
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}
