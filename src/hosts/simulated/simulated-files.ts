import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type {
  Access,
  FileContent,
  FileStatus,
  FileStream,
  HostFiles,
  RealFile,
  RemoveOptions,
} from '../host-files.js';
import { inheritAccess } from '../inherit-access.js';
import { codeOf, toHostError } from '../system-error.js';
import { Faults } from './faults.js';
import { type DirectoryNode, type FileNode, systemError, Tree, type TreeNode } from './tree.js';

/** A tree of files in memory, accessed as root. */
export class SimulatedFiles implements HostFiles {
  readonly faults = new Faults();
  readonly #tree = new Tree();

  async status(paths: readonly string[]): Promise<(FileStatus | undefined | Error)[]> {
    return paths.map((path) => this.#read('look at', path, () => statusOf(this.#tree.find(path))));
  }

  async resolve(paths: readonly string[]): Promise<(RealFile | Error)[]> {
    return paths.map((path) => {
      try {
        this.faults.check(path, 'read');
        const entry = this.#tree.resolve(path, false);
        return { entry, path: this.#endOf(path) ?? entry };
      } catch (error) {
        return toHostError('resolve', path, error);
      }
    });
  }

  async read(paths: readonly string[]): Promise<(Buffer | undefined | Error)[]> {
    return paths.map((path) =>
      this.#read('read', path, () => {
        const node = this.#tree.follow(path);
        if (node === undefined) return undefined;
        if (node.kind !== 'file') throw systemError('EISDIR');
        return Buffer.from(node.content);
      }),
    );
  }

  async stream(path: string): Promise<FileStream | undefined> {
    const [opened] = await this.read([path]);
    if (opened instanceof Error) throw opened;
    if (opened === undefined) return undefined;
    const status = statusOf(this.#tree.follow(path));
    if (status === undefined) return undefined;
    return {
      status,
      content: Readable.from([opened], { objectMode: false }),
      unchanged: async () => {
        const [now] = await this.read([path]);
        return Buffer.isBuffer(now) && now.equals(opened);
      },
    };
  }

  async list(path: string): Promise<string[] | undefined> {
    const names = this.#read('list', path, () => {
      const node = this.#tree.follow(path);
      if (node === undefined) return undefined;
      if (node.kind !== 'directory') throw systemError('ENOTDIR');
      return [...node.entries.keys()].sort();
    });
    if (names instanceof Error) throw names;
    return names;
  }

  async write(path: string, content: FileContent, access: Access = {}): Promise<void> {
    const whole = content instanceof Readable ? await buffer(content) : Buffer.from(content);
    this.#change('write', path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node?.kind === 'directory') throw systemError('EISDIR');
      const kept = inheritAccess(statusOf(node), access);
      directory.entries.set(name, { kind: 'file', content: whole, ...owned(kept, 0o644) });
    });
  }

  async makeDirectory(path: string, access: Access = {}): Promise<void> {
    this.#change('make', path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node !== undefined) throw systemError('EEXIST');
      directory.entries.set(name, emptyDirectory(access));
    });
  }

  async link(path: string, target: string): Promise<void> {
    this.#change('link', path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node === undefined || node.kind === 'file')
        directory.entries.set(name, { kind: 'link', target, ...owned({}, 0o777) });
      else if (node.kind === 'link') node.target = target;
      else throw systemError('EEXIST');
    });
  }

  async remove(path: string, options: RemoveOptions = {}): Promise<void> {
    this.#change('remove', path, () => {
      const found = this.#tree.find(path);
      if (found === undefined) return;
      if (found.kind === 'directory' && options.recursive !== true) {
        if (options.empty !== true) throw systemError('EISDIR');
        if (found.entries.size > 0) throw systemError('ENOTEMPTY');
      }
      const { directory, name } = this.#tree.entry(path);
      directory.entries.delete(name);
    });
  }

  async setAccess(path: string, access: Access): Promise<void> {
    this.#change('change the permissions of', path, () => {
      const { node } = this.#tree.entry(path);
      if (node === undefined) throw systemError('ENOENT');
      const { uid = node.uid, gid = node.gid, mode = node.mode } = inheritAccess(statusOf(node), access);
      Object.assign(node, { uid, gid, mode: node.kind === 'link' ? node.mode : mode });
    });
  }

  async append(path: string, content: string): Promise<void> {
    this.#change('append to', path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node?.kind === 'directory') throw systemError('EISDIR');
      if (node?.kind === 'link') throw systemError('ELOOP');
      const before: FileNode = node ?? { kind: 'file', content: Buffer.alloc(0), ...owned({}, 0o600) };
      before.content = Buffer.concat([before.content, Buffer.from(content)]);
      directory.entries.set(name, before);
    });
  }

  /** Adds a file and its parent directories as they exist before the run: faults do not apply. */
  put(path: string, content: Buffer | string, access: Access = {}): void {
    let directory = this.#tree.root;
    for (const part of posix.dirname(posix.normalize(path)).split('/').filter(Boolean)) {
      const next = directory.entries.get(part) ?? emptyDirectory({});
      if (next.kind !== 'directory') throw toHostError('put', path, systemError('ENOTDIR'));
      directory.entries.set(part, next);
      directory = next;
    }
    const file = { kind: 'file', content: Buffer.from(content), ...owned(access, 0o644) } as const;
    directory.entries.set(posix.basename(path), file);
  }

  /**
   * Returns the final target of the links at the end of a path; undefined if they lead to themselves, or below a file.
   */
  #endOf(path: string): string | undefined {
    try {
      return this.#tree.resolve(path, true);
    } catch (error) {
      if (['ELOOP', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
      throw error;
    }
  }

  /** Returns an error instead of throwing it. */
  #read<T>(doing: string, path: string, act: () => T): T | undefined | Error {
    try {
      this.faults.check(path, 'read');
      return act();
    } catch (error) {
      return toHostError(doing, path, error);
    }
  }

  #change(doing: string, path: string, act: () => void): void {
    try {
      this.faults.check(path, 'change');
      act();
    } catch (error) {
      throw toHostError(doing, path, error);
    }
  }
}

function statusOf(node: TreeNode | undefined): FileStatus | undefined {
  if (node === undefined) return undefined;
  const { kind, mode, uid, gid, modified } = node;
  const status = { kind, mode, uid, gid, modified, accessed: modified, changed: modified };
  if (node.kind === 'file') return { ...status, size: node.content.length };
  return node.kind === 'link'
    ? { ...status, size: node.target.length, target: node.target }
    : { ...status, size: 0 };
}

function owned({ mode, uid = 0, gid = 0 }: Access, otherwise: number) {
  return { mode: mode ?? otherwise, uid, gid, modified: Date.now() };
}

function emptyDirectory(access: Access): DirectoryNode {
  return { kind: 'directory', entries: new Map(), ...owned(access, 0o755) };
}
