import { unescapeField } from '../../hosts/mount-points.js';

/** What a line of a file system table says. */
export interface FstabEntry {
  readonly device: string;
  /** The mount point. */
  readonly name: string;
  readonly fstype: string;
  readonly options: string;
  readonly dump: number;
  readonly pass: number;
}

/** What a file system is told apart by. */
type Identity = Pick<FstabEntry, 'name'> & {
  readonly device?: string | undefined;
  readonly fstype?: string | undefined;
};

/** Whether it is swap space, which has no mount point. */
export function isSwap({ name, fstype }: Identity): boolean {
  return fstype === 'swap' || !name.startsWith('/');
}

/** What tells a file system from others: its mount point, and of swap space, which has none, its device. */
export function identityOf(one: Identity): string {
  return isSwap(one) ? (one.device ?? one.name) : one.name;
}

/** A line as it was read, and what it says where it says something. */
export interface FstabLine {
  readonly text: string;
  readonly entry?: FstabEntry;
}

/** Reads a file system table; comments and what it does not understand are kept with the others. */
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

/** The text of a file system table. */
export function formatFstab(lines: readonly FstabLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** A line that says this. */
export function toFstabLine(entry: FstabEntry): FstabLine {
  const { device, name, fstype, options, dump, pass } = entry;
  return { text: [escapeField(device), escapeField(name), fstype, options, dump, pass].join('\t'), entry };
}

/** A path without the slashes at its end. */
export function trimTrailingSlashes(path: string): string {
  return path.replace(/(?<=[^/])\/+$/, '');
}

function escapeField(field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: readers of the table take them for blanks.
  return field.replace(/[\x01-\x20\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
