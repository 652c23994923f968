import { checkFileText, checkOneLine } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'an option file of MySQL';

/** Options of the server and its programs by group, as `override_options` takes them. */
export type OptionGroups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Values that mean something else to the reader of an option file unless they are quoted. It knows bytes alone, and takes
 * some of those that characters beyond ASCII end with for white space.
 */
const NEEDS_QUOTES = /["'\\#]|[^\x20-\x7e]|^\s|\s$/;

/** Bytes of a line that readers take in at once; what is behind them, they read as a line of its own. */
const MAX_LINE_BYTES = 4000;

/**
 * The text of an option file. `true` and an empty text are options without a value, lists are options that stand there
 * several times, and what is null is left out.
 * @throws {UnwritableValue}
 */
export function formatOptionFile(groups: OptionGroups): string {
  const blocks = Object.entries(groups).map(([group, options]) => {
    const lines = Object.entries(options).flatMap(([name, value]) => formatOption(name, value));
    return [`[${checkGroupName(group)}]`, ...lines, ''].join('\n');
  });
  return blocks.join('\n');
}

/**
 * The line that includes all files of a directory.
 * @throws {UnwritableValue}
 */
export function formatIncludeDirectory(path: string): string {
  return checkLength(`!includedir ${checkOneLine(path, FILE)}`);
}

function formatOption(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => formatOption(name, one));
  if (!/^[A-Za-z0-9][\w.:-]*$/.test(name))
    throw new UnwritableValue(
      `${JSON.stringify(name)} cannot be the name of an option`,
      'names have letters, digits, hyphens, underscores, dots and colons',
    );
  if (value === true || value === '') return [name];
  const text = String(value);
  return [checkLength(`${name} = ${NEEDS_QUOTES.test(text) ? quote(text) : text}`)];
}

function quote(text: string): string {
  const escaped = checkFileText(text, FILE)
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

function checkGroupName(group: string): string {
  if (/^[\w.-]+$/.test(group)) return group;
  throw new UnwritableValue(
    `${JSON.stringify(group)} cannot be the name of a group of options`,
    'names have letters, digits, hyphens, underscores and dots',
  );
}

function checkLength(line: string): string {
  if (Buffer.byteLength(line) <= MAX_LINE_BYTES) return line;
  throw new UnwritableValue(`the line has more than ${MAX_LINE_BYTES} bytes, which ${FILE} cannot hold`);
}
