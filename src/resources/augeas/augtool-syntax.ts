import { raise } from '../../errors/glance-apply-error.js';

/** Characters that augtool does not accept: it reads commands like a terminal, in which these characters are keys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression matches them.
export const CONTROL_CHARACTERS = /[\x00-\x08\x0b-\x1f\x7f]/;

/** Quotes a string as an argument of augtool. */
export function quoteString(text: string): string {
  return `"${escapeBlanks(text.replace(/[\\"]/g, '\\$&'))}"`;
}

/**
 * Quotes a path expression for augtool. It removes one level of backslashes, except for those before characters that have
 * a meaning for Augeas.
 */
export function quotePath(path: string): string {
  const escaped = path.replace(/\\[\][|/=()!,]|[\\"]/g, (found) => (found.length > 1 ? found : `\\${found}`));
  return `"${escapeBlanks(escaped)}"`;
}

function escapeBlanks(text: string): string {
  return text.replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

const UNESCAPED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** Parses the nodes and their values in the output of `print`, which has one per line. */
export function parsePrinted(output: string): Map<string, string | undefined> {
  const nodes = new Map<string, string | undefined>();
  for (const line of output.split('\n')) {
    if (!line.startsWith('/')) continue;
    const [, path, value] = /^(.*) = "((?:[^"\\]|\\.)*)"$/.exec(line) ?? [];
    if (path === undefined || value === undefined) nodes.set(line, undefined);
    else nodes.set(path, unescapeValue(value));
  }
  return nodes;
}

/** Unescapes a value, in which bytes that are not ASCII are octal. */
function unescapeValue(value: string): string {
  const bytes = value.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, char) =>
    octal === undefined ? (UNESCAPED[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of a byte.
  return /^[\x00-\xff]*$/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

/**
 * Parses the paths in the output of `match`. It prints values without escapes, in several lines; the values are known from
 * `print`.
 */
export function parseMatches(output: string, values: ReadonlyMap<string, string | undefined>): string[] {
  const paths: string[] = [];
  let rest = output;
  while (rest.startsWith('/')) {
    const path = findMatch(rest, values);
    if (path === undefined) raise('augeas.failed', `the output of augtool cannot be parsed: ${rest}`);
    paths.push(path);
    rest = rest.slice(path.length + ' = '.length + (values.get(path) ?? '(none)').length + 1);
  }
  return paths;
}

function findMatch(text: string, values: ReadonlyMap<string, string | undefined>): string | undefined {
  for (let at = text.indexOf(' = '); at >= 0; at = text.indexOf(' = ', at + 1)) {
    const path = text.slice(0, at);
    const value = `${values.get(path) ?? '(none)'}\n`;
    if (values.has(path) && text.startsWith(value, at + ' = '.length)) return path;
  }
  return undefined;
}

/** The beginning of a path of the tree that consists only of names: `/files/etc/hosts` of `/files/etc/hosts/*[1]`. */
export function literalPathOf(path: string): string {
  return /^\/files(?:\/(?:[^/[\]()|=!*$\\'"]|\\.)+)+/.exec(path)?.[0] ?? '';
}

/** Converts a path of the tree to the path of a file, without the escapes of labels. */
export function filePathOf(treePath: string): string {
  return treePath.replace(/^\/files/, '').replace(/\\(.)/g, '$1');
}
