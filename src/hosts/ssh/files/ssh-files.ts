import { Readable } from 'node:stream';
import type {
  Access,
  FileContent,
  FileStatus,
  FileStream,
  HostFiles,
  Links,
  PathOptions,
  RealFile,
  RemoveOptions,
  WriteOptions,
} from '../../host-files.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { refuseHardLinkedFile } from '../../paths/hard-linked-file.js';
import { defaultGroup, passesAclOn } from '../../paths/inherited-access.js';
import { resolveEntry } from '../../paths/resolve-entry.js';
import { isNotFound, throwHostError, toHostError } from '../../system-error.js';
import { temporaryName, temporaryStem } from '../../temporary-name.js';
import { Examination, pathsOnTheWay } from './examination.js';
import { toFileStatus } from './examined-entry.js';
import { listRemoteDirectory } from './list-remote-directory.js';
import { readContents } from './read-contents.js';
import { call, executeIn, here, modeOf, ownerOf, type Remote, workOn } from './remote-step.js';
import { RemoteWalk } from './remote-walk.js';
import { findExisting, setRemoteAccess } from './set-remote-access.js';
import { streamRemoteFile } from './stream-remote-file.js';
import { writeRemoteFile } from './write-remote-file.js';

/**
 * The files of a host behind SSH. The control machine examines paths and decides what may be followed, by the same
 * rules as on its own files; the host executes the steps in the directories that were examined.
 */
export class SshFiles implements HostFiles {
  constructor(private readonly remote: Remote) {}

  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]> {
    return this.#examineAll('look at', paths, options?.links, (walk, path) => {
      try {
        const status = walk.status(walk.entry(path));
        return status && toFileStatus(status);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    });
  }

  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]> {
    return this.#examineAll('resolve', paths, options?.links, (walk, path) =>
      resolveEntry(path, walk, (entry) => walk.status(entry)),
    );
  }

  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]> {
    return readContents(this.remote, paths, options?.links);
  }

  stream(path: string, options?: PathOptions): Promise<FileStream | undefined> {
    return streamRemoteFile(this.remote, path, options);
  }

  list(path: string, options?: PathOptions): Promise<string[] | undefined> {
    return listRemoteDirectory(this.remote, path, options);
  }

  async write(path: string, content: FileContent, options: WriteOptions = {}): Promise<void> {
    try {
      await writeRemoteFile(this.remote, path, content, options);
    } finally {
      if (content instanceof Readable) content.destroy();
    }
  }

  makeDirectory(path: string, access: Access = {}, options?: PathOptions): Promise<void> {
    const { remote } = this;
    return workOn(
      remote,
      'make',
      path,
      options,
      (walk) => walk.entry(path),
      async (entry) => {
        const { directory, name } = entry;
        const { self } = remote;
        const { uid = self.uid, mode = 0o755 } = access;
        const clears = passesAclOn(directory, uid, self);
        const gid =
          access.gid ?? (clears ? defaultGroup(directory, uid, self) : (directory.group ?? self.gid));
        const isOwn = uid === self.uid && gid === (directory.group ?? self.gid);
        await executeIn(remote, directory, [
          call('make_directory', name),
          clears && call('clear_directory_grants', '0700'),
          !isOwn && call('chown', '--', ownerOf(uid, gid), '.'),
          call('chmod', '--', modeOf(mode), '.'),
          'keep',
        ]);
      },
    );
  }

  link(path: string, target: string, options?: PathOptions): Promise<void> {
    const { remote } = this;
    return workOn(
      remote,
      'link',
      path,
      options,
      (walk) => {
        const entry = walk.entry(path);
        return { entry, before: walk.status(entry) };
      },
      async ({ entry, before }) => {
        const { directory, name } = entry;
        const cleaning = call('remove_stale', temporaryStem(name));
        if (before === undefined) {
          await executeIn(remote, directory, [cleaning, call('ln', '-s', '-T', '--', target, here(entry))]);
          return;
        }
        if (before.kind !== 'link' && before.kind !== 'file') throwHostError('link', path, 'EEXIST');
        const owner = before.kind === 'link' ? ownerOf(before.uid, before.gid) : '';
        await executeIn(remote, directory, [
          cleaning,
          before.target !== target && call('replace_link', name, temporaryName(name), target, owner),
        ]);
      },
    );
  }

  remove(path: string, options: RemoveOptions = {}): Promise<void> {
    const { remote } = this;
    return workOn(
      remote,
      'remove',
      path,
      options,
      (walk) => {
        try {
          const entry = walk.entry(path);
          return { entry, kind: walk.status(entry)?.kind };
        } catch (error) {
          if (isNotFound(error)) return undefined;
          throw error;
        }
      },
      async (found) => {
        if (found === undefined) return;
        const { entry, kind } = found;
        const cleaning = call('remove_stale', temporaryStem(entry.name));
        if (kind === undefined) await executeIn(remote, entry.directory, [cleaning]);
        else await executeIn(remote, entry.directory, [cleaning, removalOf(entry, kind, path, options)]);
      },
    );
  }

  setAccess(path: string, access: Access, options?: PathOptions): Promise<void> {
    const doing = 'change the permissions of';
    return workOn(
      this.remote,
      doing,
      path,
      options,
      (walk) => findExisting(walk, doing, path),
      (found) => setRemoteAccess(this.remote, found, access),
    );
  }

  append(path: string, content: string): Promise<void> {
    const { remote } = this;
    return workOn(
      remote,
      'append to',
      path,
      {},
      (walk) => {
        const entry = walk.entry(path);
        const status = walk.status(entry);
        if (status === undefined) return { entry };
        if (status.isSymbolicLink()) throwHostError('append to', path, 'ELOOP');
        if (!status.isFile()) throwHostError('append to', path, status.isDirectory() ? 'EISDIR' : 'ENOTSUP');
        refuseHardLinkedFile('append to', entry, status);
        return { entry, identity: status.identity };
      },
      async ({ entry, identity }) => {
        const bytes = Buffer.from(content);
        const opening =
          identity === undefined
            ? [call('create', entry.name), 'keep']
            : [call('open_to_append', entry.name, identity)];
        await executeIn(
          remote,
          entry.directory,
          [
            ...opening,
            call('add_content', bytes.length),
            call('synchronize', '/proc/self/fd/6'),
            identity === undefined && call('synchronize', '.'),
          ],
          { content: bytes },
        );
      },
    );
  }

  /** Examines many paths in as few requests as their links permit; the result of each is a value or an error. */
  async #examineAll<T>(
    doing: string,
    paths: readonly string[],
    links: Links | undefined,
    look: (walk: RemoteWalk, path: string) => T,
  ): Promise<(T | Error)[]> {
    if (paths.length === 0) return [];
    const { session, self } = this.remote;
    const examination = new Examination(session);
    await examination.examine(paths.flatMap(pathsOnTheWay));
    return examination.complete(() => {
      const walk = new RemoteWalk(examination, self, links);
      return paths.map((path) => {
        try {
          return look(walk, path);
        } catch (error) {
          return toHostError(doing, path, error);
        }
      });
    });
  }
}

function removalOf(
  entry: DirectoryEntry,
  kind: FileStatus['kind'],
  path: string,
  { recursive, empty }: RemoveOptions,
): string {
  if (kind !== 'directory') return call('rm', '-f', '--', here(entry));
  if (empty === true) return call('rmdir', '--', here(entry));
  return recursive === true ? call('rm', '-rf', '--', here(entry)) : throwHostError('remove', path, 'EISDIR');
}
