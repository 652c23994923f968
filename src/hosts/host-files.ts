import type { Readable } from 'node:stream';

/** The status of a path; a link at its end is not followed. */
export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  /** Permission bits with setuid, setgid and sticky: `0o7777` at most. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** In bytes. */
  readonly size: number;
  /** When its content was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** When its content was last read, in milliseconds since 1970; many systems record that only once a day. */
  readonly accessed: number;
  /** When its content, owners, permissions or names were last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** The specific kind of an entry whose kind is 'other'. */
  readonly special?: 'pipe' | 'socket' | 'device' | undefined;
  /** The target of a link. */
  readonly target?: string | undefined;
}

/** Permissions and owners of an entry that is written. */
export interface Access {
  /** @default 0o644 for new files and 0o755 for new directories; existing ones keep their mode */
  readonly mode?: number | undefined;
  /** @default the existing owner, or the user of the connection */
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/**
 * Which symbolic links a path may lead through.
 *
 * - `trusted`: those of root and of the user of the run. A link of another user may only lead to what belongs to that
 *   same user.
 * - `none`: the path is already resolved. A link that has been created on it since then is refused.
 * - `any`: all links, for what is only read and never changed or copied.
 */
export type Links = 'trusted' | 'none' | 'any';

/** How a path is followed. */
export interface PathOptions {
  /** @default 'trusted' */
  readonly links?: Links | undefined;
}

/** How a file is written. */
export interface WriteOptions extends Access, PathOptions {
  /**
   * Whether the file belongs to this program: it has no access control list and no extended attributes that would have
   * to be kept.
   * @default false
   */
  readonly plain?: boolean;
}

/** What may be removed in addition to files and links. */
export interface RemoveOptions extends PathOptions {
  /** Whether to remove a directory with all its content. @default false */
  readonly recursive?: boolean;
  /** Whether to remove an empty directory. @default false */
  readonly empty?: boolean;
}

/** The content to write to a file: complete, or as a stream if it may be larger than memory. */
export type FileContent = Buffer | string | Readable;

/** The file that a path leads to, however the path is written and whatever links it contains. */
export interface RealFile {
  /** Where the content is or would be, without links, `.` or `..`. Names that do not exist yet are kept at the end. */
  readonly path: string;
  /**
   * The path of the entry itself: only the links on the way to it are resolved. The same as `path`, unless the entry is
   * a link; for a link that leads to itself or below a file, `path` is the path of the entry.
   */
  readonly entry: string;
  /** Device and inode of a file that has further names (hard links); undefined for all others. */
  readonly shared?: string | undefined;
}

/** A file that is read in pieces, because it may be larger than memory. */
export interface FileStream {
  /** The status of the file when it was opened; another file may have its name by now. */
  readonly status: FileStatus;
  readonly content: Readable;
  /** Returns whether the path still leads to the file that was opened, and no byte of it has been written since. */
  unchanged(): Promise<boolean>;
}

/**
 * The files of a host. For what does not exist, methods return `undefined` instead of throwing; any other failure is a
 * `HostError` with the error code of the system (`EACCES`, `ENOSPC`, …) and the path. Lists are in the order of their
 * paths.
 *
 * A link that another user has created may only lead to what belongs to that user (`ENOLINK`). If a file has several
 * names, it is neither read nor changed under a name in a directory that others can change (`EMLINK`), unless the file
 * belongs to the owner of that directory.
 */
export interface HostFiles {
  /** Reads the status of many paths in one call; the result for a path that cannot be read is an error. */
  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]>;
  /** Resolves many paths in one call; the result for a path that cannot be resolved is an error. */
  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]>;
  /** Reads the content of many files in one call; the result for a file that cannot be read is an error. */
  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]>;
  /**
   * Opens a file in order to read it in pieces, following links; undefined if it does not exist. If the file is not
   * read to its end, destroy `content` to close it.
   */
  stream(path: string, options?: PathOptions): Promise<FileStream | undefined>;
  /** Returns the names in a directory, sorted. */
  list(path: string, options?: PathOptions): Promise<string[] | undefined>;
  /**
   * Replaces or creates a file: writes a temporary file beside it that no other user can read, sets owner and mode,
   * calls fsync, and renames it. A reader sees the old content or the new one, never a part. Links are not followed: a
   * link is replaced. A directory is refused with EISDIR; a device, a pipe or a socket with ENOTSUP. The access control
   * list and extended attributes of the existing file are kept; if it has several names (hard links), this one becomes
   * a separate file. If something is mounted on the name, as on /etc/hosts of a container, the file is overwritten in
   * place. Temporary files of this path that killed runs have left are removed, as in `link` and `remove`.
   *
   * A stream is written in pieces, with constant memory, and always destroyed at the end. If it fails, the file remains
   * unchanged, and the error of the stream is thrown.
   */
  write(path: string, content: FileContent, options?: WriteOptions): Promise<void>;
  /**
   * Acquires the lock with which the system's own tools exclude each other from a file, as useradd does for
   * /etc/passwd; returns the function that releases it. Undefined if the file has no such lock. Omitted by hosts that
   * cannot acquire it.
   */
  guard?(path: string): Promise<(() => void) | undefined>;
  /** Creates one directory, whose parent must exist. */
  makeDirectory(path: string, access?: Access, options?: PathOptions): Promise<void>;
  /**
   * Creates a link to `target`, atomically replacing a file or another link. Any other entry with its name is `EEXIST`.
   */
  link(path: string, target: string, options?: PathOptions): Promise<void>;
  /**
   * Removes a file, a link, with `empty` an empty directory, or with `recursive` a directory and all its content. A
   * missing path is not an error.
   */
  remove(path: string, options?: RemoveOptions): Promise<void>;
  /**
   * Changes the mode and owner of an existing entry; of a link, its own owner. The owner is changed first, which clears
   * setuid and setgid of a file unless `mode` sets them again.
   */
  setAccess(path: string, access: Access, options?: PathOptions): Promise<void>;
  /** Appends to a file that only its owner may read, and calls fsync; creates the file if it is missing. */
  append(path: string, content: string): Promise<void>;
}
