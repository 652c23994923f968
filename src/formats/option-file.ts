import { fileText, oneLine } from './plain-text.js';
import { Unwritable } from './unwritable.js';

const FILE = 'an option file of MySQL';

/** Options of the server and its programs by group, as `override_options` takes them. */
export type OptionGroups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Values that mean something else to the reader of an option file unless they are quoted. It knows bytes alone, and takes
 * some of those that characters beyond ASCII end with for white space.
 */
const DELICATE = /["'\\#]|[^\x20-\x7e]|^\s|\s$/;

/** Bytes of a line that readers take in at once; what is behind them, they read as a line of its own. */
const LONGEST_LINE = 4000;

/**
 * The text of an option file. `true` and an empty text are options without a value, lists are options that stand there
 * several times, and what is null is left out.
 * @throws {Unwritable}
 */
export function optionFile(groups: OptionGroups): string {
  const blocks = Object.entries(groups).map(([group, options]) => {
    const lines = Object.entries(options).flatMap(([name, value]) => optionLines(name, value));
    return [`[${groupName(group)}]`, ...lines, ''].join('\n');
  });
  return blocks.join('\n');
}

/**
 * The line that includes all files of a directory.
 * @throws {Unwritable}
 */
export function includeDirectory(path: string): string {
  return short(`!includedir ${oneLine(path, FILE)}`);
}

function optionLines(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => optionLines(name, one));
  if (!/^[A-Za-z0-9][\w.:-]*$/.test(name))
    throw new Unwritable(
      `${JSON.stringify(name)} cannot be the name of an option`,
      'names have letters, digits, hyphens, underscores, dots and colons',
    );
  if (value === true || value === '') return [name];
  const text = String(value);
  return [short(`${name} = ${DELICATE.test(text) ? quoted(text) : text}`)];
}

function quoted(text: string): string {
  const escaped = fileText(text, FILE)
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

function groupName(group: string): string {
  if (/^[\w.-]+$/.test(group)) return group;
  throw new Unwritable(
    `${JSON.stringify(group)} cannot be the name of a group of options`,
    'names have letters, digits, hyphens, underscores and dots',
  );
}

function short(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  throw new Unwritable(`the line has more than ${LONGEST_LINE} bytes, which ${FILE} cannot hold`);
}
