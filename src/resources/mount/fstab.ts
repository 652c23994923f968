import { unescapeField } from '../../hosts/mount-points.js';

/** An entry of a file system table. */
export interface FstabEntry {
  readonly device: string;
  /** The mount point. */
  readonly name: string;
  readonly fstype: string;
  readonly options: string;
  readonly dump: number;
  readonly pass: number;
}

/** What identifies a file system. */
type Identity = Pick<FstabEntry, 'name'> & {
  readonly device?: string | undefined;
  readonly fstype?: string | undefined;
};

/** Whether it is swap space, which has no mount point. */
export function isSwap({ name, fstype }: Identity): boolean {
  return fstype === 'swap' || !name.startsWith('/');
}

/** The identity of a file system: its mount point, or the device of swap space, which has none. */
export function identityOf(one: Identity): string {
  return isSwap(one) ? (one.device ?? one.name) : one.name;
}

/** A line, and its entry if it has one. */
export interface FstabLine {
  readonly text: string;
  readonly entry?: FstabEntry;
}

/** Parses a file system table; comments and invalid lines have no entry. */
export function parseFstab(text: string): FstabLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const [device, name, fstype, options = 'defaults', dump = '0', pass = '0'] = line
      .split(/[ \t]+/)
      .filter(Boolean);
    if (/^\s*(#|$)/.test(line) || device === undefined || name === undefined || fstype === undefined)
      return { text: line };
    return {
      text: line,
      entry: {
        device: unescapeField(device),
        name: trimTrailingSlashes(unescapeField(name)),
        fstype,
        options,
        dump: Number(dump),
        pass: Number(pass),
      },
    };
  });
}

/** Formats a file system table. */
export function formatFstab(lines: readonly FstabLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** Converts an entry to a line. */
export function toFstabLine(entry: FstabEntry): FstabLine {
  const { device, name, fstype, options, dump, pass } = entry;
  return { text: [escapeField(device), escapeField(name), fstype, options, dump, pass].join('\t'), entry };
}

/** Removes the slashes at the end of a path. */
export function trimTrailingSlashes(path: string): string {
  return path.replace(/(?<=[^/])\/+$/, '');
}

function escapeField(field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: readers of the table interpret them as blanks.
  return field.replace(/[\x01-\x20\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
