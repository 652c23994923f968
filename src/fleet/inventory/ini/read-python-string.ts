/** A string literal of Python. */
export interface PythonString {
  readonly text: string;
  /** The offset after it. */
  readonly end: number;
  readonly isBytes: boolean;
}

const start = /([rR]?[bB]|[bB][rR]|[rR]|[uU])?('''|"""|'|")/y;

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/**
 * Reads a string literal of Python at an offset; undefined if there is none, or if it is not valid. Names of characters,
 * `\N{…}`, are not supported.
 */
export function readPythonString(source: string, offset: number): PythonString | undefined {
  start.lastIndex = offset;
  const [opening, prefix = '', quote] = start.exec(source) ?? [];
  if (opening === undefined || quote === undefined) return undefined;
  const isRaw = /r/i.test(prefix);
  const isBytes = /b/i.test(prefix);
  let text = '';
  for (let at = offset + opening.length; at < source.length; ) {
    if (source.startsWith(quote, at)) return { text, end: at + quote.length, isBytes };
    const sign = source.charAt(at);
    if (sign === '\n' && quote.length === 1) return undefined;
    if (isBytes && sign > '\x7f') return undefined;
    if (sign !== '\\') {
      text += sign;
      at += 1;
      continue;
    }
    if (isRaw) {
      text += source.slice(at, at + 2);
      at += 2;
      continue;
    }
    const escaped = readEscape(source, at, isBytes);
    if (escaped === undefined) return undefined;
    text += escaped.text;
    at = escaped.end;
  }
  return undefined;
}

const octal = /\\([0-7]{1,3})/y;
const hexadecimal = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

/** Reads an escape sequence; an unknown one stands for itself, as in Python. */
function readEscape(
  source: string,
  at: number,
  isBytes: boolean,
): { readonly text: string; readonly end: number } | undefined {
  const letter = source.charAt(at + 1);
  const known = simple[letter];
  if (known !== undefined) return { text: known, end: at + 2 };
  octal.lastIndex = at;
  const [octalEscape, octalDigits] = octal.exec(source) ?? [];
  if (octalEscape !== undefined && octalDigits !== undefined)
    return { text: String.fromCharCode(Number.parseInt(octalDigits, 8)), end: at + octalEscape.length };
  if (letter === 'x' || (!isBytes && (letter === 'u' || letter === 'U'))) {
    hexadecimal.lastIndex = at;
    const [sequence, two, four, eight] = hexadecimal.exec(source) ?? [];
    const code = Number.parseInt(two ?? four ?? eight ?? '', 16);
    if (sequence === undefined || code > 0x10ffff) return undefined;
    return { text: String.fromCodePoint(code), end: at + sequence.length };
  }
  if (letter === 'N' && !isBytes) return undefined;
  return { text: `\\${letter}`, end: at + 2 };
}
