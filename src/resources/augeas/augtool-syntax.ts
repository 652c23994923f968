import { raise } from '../../errors/glance-apply-error.js';
/** What augtool cannot be told: it reads its commands as a terminal does, where these characters are keys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const CONTROL_CHARACTERS = /[\x00-\x08\x0b-\x1f\x7f]/;

/** An argument that augtool reads as this text. */
export function quoteString(text: string): string {
  return `"${escapeBlanks(text.replace(/[\\"]/g, '\\$&'))}"`;
}

/**
 * A path expression that augtool reads as it is. It drops one level of backslashes, but for those before signs that
 * mean something to Augeas.
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

/** Nodes and their values as `print` shows them, one a line, in their order. */
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

/** Bytes that are no ASCII are shown in octal. */
function unescapeValue(value: string): string {
  const bytes = value.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, char) =>
    octal === undefined ? (UNESCAPED[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that fits in a byte.
  return /^[\x00-\xff]*$/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

/**
 * The paths that `match` has found. It shows values as they are, over several lines; what they are is known from
 * `print`.
 */
export function parseMatches(output: string, values: ReadonlyMap<string, string | undefined>): string[] {
  const paths: string[] = [];
  let rest = output;
  while (rest.startsWith('/')) {
    const path = findMatch(rest, values);
    if (path === undefined) raise('augeas.failed', `augtool has answered what cannot be understood: ${rest}`);
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

/** What of a path of the tree is one name after the other: `/files/etc/hosts` of `/files/etc/hosts/*[1]`. */
export function literalPathOf(path: string): string {
  return /^\/files(?:\/(?:[^/[\]()|=!*$\\'"]|\\.)+)+/.exec(path)?.[0] ?? '';
}

/** A path of the tree as the path of a file: without the escapes of labels. */
export function filePathOf(treePath: string): string {
  return treePath.replace(/^\/files/, '').replace(/\\(.)/g, '$1');
}
