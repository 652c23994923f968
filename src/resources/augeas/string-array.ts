import { Scanner } from './scanner.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  s: ' ',
};

/** Parses a list of strings in Ruby syntax: `['a', "b\n"]`. Undefined if it is not one. */
export function parseStringArray(text: string): string[] | undefined {
  const scanner = new Scanner(text);
  if (scanner.take(/\s*\[\s*/y) === undefined) return undefined;
  const values: string[] = [];
  for (;;) {
    const value = readSingleQuoted(scanner) ?? readDoubleQuoted(scanner);
    if (value === undefined) break;
    values.push(value);
    if (scanner.take(/\s*,\s*/y) === undefined) break;
  }
  return scanner.take(/\s*\]\s*/y) !== undefined && scanner.isAtEnd ? values : undefined;
}

function readSingleQuoted(scanner: Scanner): string | undefined {
  const quoted = scanner.take(/'(?:[^'\\]|\\['\\])*'/y);
  return quoted?.slice(1, -1).replace(/\\(['\\])/g, '$1');
}

function readDoubleQuoted(scanner: Scanner): string | undefined {
  const quoted = scanner.take(
    /"(?:[^"\\]|\\(?:["\\abtnvfres]|[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}(?:\s[0-9a-fA-F]{1,6})*\}))*"/y,
  );
  return quoted
    ?.slice(1, -1)
    .replace(
      /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|u\{([^}]*)\}|(.))/g,
      (_, octal, hex, short, long, other) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        const codes = hex ?? short ?? long;
        if (codes === undefined) return ESCAPES[other] ?? '';
        return String(codes)
          .split(/\s/)
          .map((code) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)))
          .join('');
      },
    );
}
