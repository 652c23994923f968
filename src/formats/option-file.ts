import { checkFileText, checkOneLine } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'a MySQL option file';

/** Options of the server and its programs by group, as in `override_options`. */
export type OptionGroups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Values that must be quoted to be read back unchanged. The reader works on bytes and treats the last bytes of some
 * characters beyond ASCII as white space.
 */
const NEEDS_QUOTES = /["'\\#]|[^\x20-\x7e]|^\s|\s$/;

/** The size of the readers' line buffer: they treat the rest of a longer line as a new line. */
const MAX_LINE_BYTES = 4000;

/**
 * Formats an option file. `true` and an empty string are options without a value, lists are repeated options, and null
 * values are omitted.
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
 * Formats the line that includes all files of a directory.
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
      'use letters, digits, hyphens, underscores, dots and colons only',
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
    `${JSON.stringify(group)} cannot be the name of an option group`,
    'use letters, digits, hyphens, underscores and dots only',
  );
}

function checkLength(line: string): string {
  if (Buffer.byteLength(line) <= MAX_LINE_BYTES) return line;
  throw new UnwritableValue(`the line has more than ${MAX_LINE_BYTES} bytes, which ${FILE} cannot contain`);
}
