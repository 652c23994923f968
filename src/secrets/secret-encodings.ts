import { isUtf8 } from 'node:buffer';

/** A form in which a secret travels as a whole: it is searched for beside the secret itself. */
interface SecretEncoding {
  readonly name: string;
  /** What a text in this form surely contains, wherever in other data the secret stands. */
  encode(text: string): readonly string[];
}

/** The forms that leave nothing of the secret recognisable. */
export const secretEncodings: readonly SecretEncoding[] = [
  { name: 'base64', encode: (text) => encodeBase64(text, 'base64') },
  { name: 'base64 for URLs', encode: (text) => encodeBase64(text, 'base64url') },
  { name: 'hexadecimal', encode: (text) => bothCases(Buffer.from(text, 'utf8').toString('hex')) },
  { name: 'UTF-8 read as Latin-1', encode: (text) => [Buffer.from(text, 'utf8').toString('latin1')] },
];

/** A way to write single characters of a text differently: undone, what was a secret is one again. */
interface EscapeScheme {
  readonly name: string;
  /** What has to occur for there to be anything to undo. */
  readonly sign: string;
  /** What stands for characters. */
  readonly escapes: RegExp;
  /** The characters. */
  unescape(sequence: string): string;
}

/** How formats and tools escape what they write: all, some or none of the characters that could be. */
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
    // JSON, JavaScript, Python, C, YAML, SQL of MySQL, shells outside of quotes and in $'…'.
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
  // SQL, YAML, CSV: one kind is doubled, and what stands of the other kinds stays.
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
 * What of the base64 of some data depends on a text in it alone, for each of the three places that the text can have
 * among groups of three bytes.
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

/** Bytes as UTF-8, or, where they are none, each as a character. */
function decodeBytes(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
