import type { Readable } from 'node:stream';

/** What a path is, without following a link at its end. */
export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  /** Permission bits with setuid, setgid and sticky: `0o7777` at most. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** When its content was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** When its content was last read, in milliseconds since 1970; many systems note that only once a day. */
  readonly accessed: number;
  /** When its content, owners, permissions or names were last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** What something of the kind 'other' is. */
  readonly special?: 'pipe' | 'socket' | 'device' | undefined;
  /** Where a link points to. */
  readonly target?: string | undefined;
}

/** Permissions and owners of something that is written. */
export interface Access {
  /** @default 0o644 for files and 0o755 for directories that are new; what is there keeps its own */
  readonly mode?: number | undefined;
  /** @default the owner that is there, or the user of the connection */
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/**
 * Which symbolic links a path may lead through.
 *
 * - `trusted`: those of root and of the user of the run. A link of another user leads to what belongs to that same user,
 *   and to nothing else.
 * - `none`: the path is a real one. A link that somebody has put on the way to it since it was resolved is refused.
 * - `any`: wherever they lead, for what is looked at and never changed or copied.
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
   * The file is this program's own: it has no access control list and no extended attributes that would have to be kept.
   * @default false
   */
  readonly plain?: boolean;
}

/** What may be removed beside files and links. */
export interface RemoveOptions extends PathOptions {
  /** A directory with all that is in it. @default false */
  readonly recursive?: boolean;
  /** A directory in which nothing is. @default false */
  readonly empty?: boolean;
}

/** What is written to a file: all of it, or a stream, where it may be larger than memory. */
export type FileContent = Buffer | string | Readable;

/** What a path is in the end, however it is written and through whatever links it leads. */
export interface RealFile {
  /** Where the content is or would be: no link, `.` or `..` is left in it. What is not there yet ends in the names that were asked for. */
  readonly path: string;
  /**
   * The name itself: only the links on the way to it are resolved. The same as `path`, unless it is a link; a link that
   * leads to itself or below a file has no other path than its own.
   */
  readonly entry: string;
  /** Device and inode of a file that has further names (hard links); undefined for everything else. */
  readonly shared?: string | undefined;
}

/** A file that is read piece by piece, because it may be larger than memory. */
export interface FileStream {
  /** What was opened, as it was then: that another file has the name by now does not change it. */
  readonly status: FileStatus;
  readonly content: Readable;
  /** Whether what the path leads to is still what was opened, with no byte written since. */
  unchanged(): Promise<boolean>;
}

/**
 * Files of a host. What does not exist is `undefined`, never an error; everything else that goes wrong is a
 * `HostError` with the system's code (`EACCES`, `ENOSPC`, …) and the path. Lists keep the order of their paths.
 *
 * A link that another user has made leads nowhere but to what is that user's own (`ENOLINK`). Of several names of a file, one in a
 * directory that others can change is neither read nor changed (`EMLINK`), unless the file belongs to the user of that directory.
 */
export interface HostFiles {
  /** The status of many paths in one call; a path that must not be read has the error in its place. */
  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]>;
  /** Resolves many paths in one call; a path that cannot be resolved has the error in its place. */
  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]>;
  /** Contents of many files in one call; a file that cannot be read has the error in its place. */
  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]>;
  /**
   * Opens a file to be read piece by piece, through links; undefined where there is none. A file that is not read to
   * its end is closed by destroying `content`.
   */
  stream(path: string, options?: PathOptions): Promise<FileStream | undefined>;
  /** Names in a directory, sorted. */
  list(path: string, options?: PathOptions): Promise<string[] | undefined>;
  /**
   * Replaces a file, or makes it: a temporary file beside it that nobody else may read, owner and mode, fsync,
   * rename. A reader sees the old content or the new one, never a part. Follows no link: a link is replaced. A directory is
   * refused with EISDIR; a device, a pipe or a socket with ENOTSUP. Access control list and extended attributes of the
   * file that was there are kept; of several names (hard links) this one gets a file of its own. Where something is
   * mounted on the name, as on a container's /etc/hosts, the file is overwritten in place. What killed writings of this
   * path have left beside it is removed, as `link` and `remove` do too.
   *
   * A stream is written piece by piece, in memory that does not grow with it, and destroyed in the end, however that
   * comes. Where it fails, the file stays as it was, and the stream's own error is thrown.
   */
  write(path: string, content: FileContent, options?: WriteOptions): Promise<void>;
  /**
   * Takes the lock by which the system's own tools exclude each other from a file, such as useradd from /etc/passwd;
   * returns the function that releases it. Undefined if the file has no such lock. Omitted by hosts that cannot take it.
   */
  guard?(path: string): Promise<(() => void) | undefined>;
  /** Makes one directory, whose parent must exist. */
  makeDirectory(path: string, access?: Access, options?: PathOptions): Promise<void>;
  /**
   * Makes a link that points to `target`, in place of a file or of another link, in one step. Anything else in its
   * place is `EEXIST`.
   */
  link(path: string, target: string, options?: PathOptions): Promise<void>;
  /**
   * Removes a file, a link, with `empty` a directory in which nothing is, or with `recursive` one and all that is in it.
   * A missing path is not an error.
   */
  remove(path: string, options?: RemoveOptions): Promise<void>;
  /**
   * Changes the mode and owner of what is there, a link's own owner too. Owners first: a file that gets another one
   * loses setuid and setgid, unless `mode` gives them back.
   */
  setAccess(path: string, access: Access, options?: PathOptions): Promise<void>;
  /** Appends to a file that only its owner may read, and fsyncs it; makes it where it is missing. */
  append(path: string, content: string): Promise<void>;
}
