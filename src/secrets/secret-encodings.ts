import { isUtf8 } from 'node:buffer';

/** An encoding of a secret as a whole, which is searched for in addition to the secret itself. */
interface SecretEncoding {
  readonly name: string;
  /** Strings that encoded data always contains, wherever the secret is in the data. */
  encode(text: string): readonly string[];
}

/** The encodings that leave no character of the secret recognizable. */
export const secretEncodings: readonly SecretEncoding[] = [
  { name: 'base64', encode: (text) => encodeBase64(text, 'base64') },
  { name: 'base64 for URLs', encode: (text) => encodeBase64(text, 'base64url') },
  { name: 'hexadecimal', encode: (text) => bothCases(Buffer.from(text, 'utf8').toString('hex')) },
  { name: 'UTF-8 read as Latin-1', encode: (text) => [Buffer.from(text, 'utf8').toString('latin1')] },
];

/** A scheme that escapes single characters. Once it is undone, an escaped secret is found again. */
interface EscapeScheme {
  readonly name: string;
  /** A string that every escape contains, to skip texts without escapes. */
  readonly sign: string;
  /** Matches one escape. */
  readonly escapes: RegExp;
  /** Returns the characters that an escape stands for. */
  unescape(sequence: string): string;
}

/** The escape schemes of formats and tools, which may escape all or only some of the characters. */
export const escapeSchemes: readonly EscapeScheme[] = [
  {
    name: 'percent encoding',
    sign: '%',
    escapes: /%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi,
    unescape: decodePercent,
  },
  {
    name: 'form encoding',
    sign: '+',
    escapes: /\+|%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi,
    unescape: (sequence) => (sequence === '+' ? ' ' : decodePercent(sequence)),
  },
  {
    // JSON, JavaScript, Python, C, YAML, MySQL, and shells outside quotes and in $'…'.
    name: 'backslashes',
    sign: '\\',
    escapes:
      /\\u[\dA-Fa-f]{4}|\\u\{[\dA-Fa-f]{1,6}\}|\\U[\dA-Fa-f]{8}|\\x[0-7][\dA-Fa-f]|(?:\\x[89A-Fa-f][\dA-Fa-f])+|\\[01][0-7]{2}|(?:\\[23][0-7]{2})+|\\./gs,
    unescape: decodeBackslash,
  },
  {
    name: 'HTML and XML entities',
    sign: '&',
    escapes: /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi,
    unescape: decodeEntity,
  },
  {
    name: "a shell's single quotes",
    sign: "'",
    escapes: /'\\''|'"'"'/g,
    unescape: () => "'",
  },
  // SQL, YAML and CSV double one kind of quote and leave the others unchanged.
  ...["'", '"', '`'].map((quote) => ({
    name: `doubled ${quote}`,
    sign: quote + quote,
    escapes: new RegExp(quote + quote, 'g'),
    unescape: () => quote,
  })),
  {
    name: 'lines broken at a width', // base64 of mail, PEM and many tools
    sign: '\n',
    escapes: /(?<=[\w+/-])\r?\n[ \t]*(?=[\w+/=-])/g,
    unescape: () => '',
  },
];

/**
 * Returns the part of the base64 encoding of some data that depends only on a string in the data, for each of the three
 * offsets that the string can have in a group of three bytes.
 */
function encodeBase64(text: string, encoding: 'base64' | 'base64url'): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(Math.ceil((before * 8) / 6), whole);
  });
}

function bothCases(text: string): string[] {
  return [text, text.toUpperCase()];
}

function decodePercent(sequence: string): string {
  return decodeBytes(Buffer.from(sequence.replaceAll('%', ''), 'hex'));
}

const CONTROL: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
};

function decodeBackslash(sequence: string): string {
  const kind = sequence.charAt(1);
  if (sequence.length === 2) return CONTROL[kind] ?? kind;
  if (kind === 'u' || kind === 'U') return codePoint(sequence.replace(/[\\uU{}]/g, ''), 16);
  if (kind === 'x') return decodeBytes(Buffer.from(sequence.replaceAll('\\x', ''), 'hex'));
  return decodeBytes(
    Buffer.from((sequence.match(/[0-7]{3}/g) ?? []).map((octal) => Number.parseInt(octal, 8))),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntity(sequence: string): string {
  const name = sequence.slice(1, -1).toLowerCase();
  if (name.startsWith('#x')) return codePoint(name.slice(2), 16);
  return name.startsWith('#') ? codePoint(name.slice(1), 10) : (ENTITIES[name] ?? sequence);
}

function codePoint(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Decodes bytes as UTF-8 or, if they are not valid UTF-8, as Latin-1. */
function decodeBytes(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
