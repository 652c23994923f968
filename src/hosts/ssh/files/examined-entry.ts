import type { FileStatus } from '../../host-files.js';

/** An entry as the host described it. */
export interface ExaminedEntry extends FileStatus {
  /** What identifies it, in the form of the program on the host. */
  readonly identity: string;
  readonly dev: string;
  readonly ino: string;
  /** The number of its names. */
  readonly nlink: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const LINE =
  /^((\d+):(\d+):(\d+):(\d+):([0-9a-f]+)) (\d+) (\d+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) ("(?:[^"\\]|\\.)*")(?: -> ("(?:[^"\\]|\\.)*"))?$/;

const TYPE = 0o170000;

/** The types of entries in the mode. */
const kinds = new Map<number, Pick<FileStatus, 'kind' | 'special'>>([
  [0o100000, { kind: 'file' }],
  [0o040000, { kind: 'directory' }],
  [0o120000, { kind: 'link' }],
  [0o010000, { kind: 'other', special: 'pipe' }],
  [0o140000, { kind: 'other', special: 'socket' }],
]);

/** Parses a line that `look` has printed, and returns the path that it is about. */
export function parseExamined(line: string): { readonly path: string; readonly entry: ExaminedEntry } {
  const match = LINE.exec(line);
  if (match === null)
    throw new Error(`stat printed something unexpected: ${JSON.stringify(line.slice(0, 80))}`);
  const [
    ,
    identity = '',
    dev = '',
    ino = '',
    uid,
    gid,
    raw,
    nlink,
    size,
    accessed,
    modified,
    changed,
    name,
    target,
  ] = match;
  const mode = Number.parseInt(raw ?? '', 16);
  const { kind, special } = kinds.get(mode & TYPE) ?? { kind: 'other', special: 'device' };
  const entry: ExaminedEntry = {
    identity,
    dev,
    ino,
    nlink: Number(nlink),
    kind,
    mode: mode & 0o7777,
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    accessed: toMilliseconds(accessed),
    modified: toMilliseconds(modified),
    changed: toMilliseconds(changed),
    ...(special === undefined ? {} : { special }),
    ...(kind === 'link' ? { target: unquote(target ?? '""') } : {}),
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'directory',
    isSymbolicLink: () => kind === 'link',
  };
  return { path: unquote(name ?? '""'), entry };
}

/** Returns the part that `HostFiles` has a name for. */
export function toFileStatus(entry: ExaminedEntry): FileStatus {
  const { kind, mode, uid, gid, size, modified, accessed, changed, special, target } = entry;
  const status = { kind, mode, uid, gid, size, modified, accessed, changed };
  if (special !== undefined) return { ...status, special };
  return target === undefined ? status : { ...status, target };
}

/** Converts seconds with nine decimals as Node does. */
function toMilliseconds(text = '0'): number {
  const [seconds = '0', nanoseconds = '0'] = text.split('.');
  return Number(seconds) * 1000 + Number(nanoseconds.padEnd(9, '0')) / 1e6;
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Decodes a string in the quotes of C. */
function unquote(quoted: string): string {
  const text = quoted.slice(1, -1);
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  for (const [, octal, escaped, plain] of text.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\])/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(ESCAPES[escaped ?? ''] ?? (escaped ?? plain ?? '').charCodeAt(0));
  }
  return Buffer.from(bytes).toString('utf8');
}
