import fc from 'fast-check';
import type { Target } from './targets/target.js';

/** The maximum length of an input in bytes: long enough to detect quadratic running time. */
const MAX_LENGTH = 64 * 1024;

/** Words that cause errors in parsers of all kinds. */
const WORDS = [
  ...[
    '',
    '\0',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\t',
    ' '.repeat(3000),
    '\\',
    '"',
    "'",
    '"""',
    '#',
    ';',
    ':',
    ',',
    '=',
    '/',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '-1', '0', '1e999', 'NaN', '4294967296'],
  ...[
    '99999999999999999999',
    '0x',
    '%',
    '%s',
    '$' + '{x}',
    '$',
    '`',
    '*',
    '?',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '|',
  ],
  ...['&', '!', '@', '~', '\u2028', '\ufeff', '\ud800', 'ä', '💥', 'null', 'true', '[]', '{}', '\x1b[31m'],
];

type Edit = readonly [operation: number, at: number, length: number, word: string];

/** Generates the inputs of a target. */
export function inputsFor({ samples, words, json = false }: Target): fc.Arbitrary<Buffer> {
  const edited = inputs(samples, words);
  if (!json) return edited;
  return fc.oneof({ weight: 3, arbitrary: jsonInputs(samples) }, { weight: 1, arbitrary: edited });
}

/** Values that replace others in JSON. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    '',
    'x',
    [],
    {},
    [null],
    [[]],
    { id: null },
    { id: 5 },
    { id: 'x' },
    'http://[',
    '\0',
  ],
  ...[Array.from({ length: 5000 }, () => null), 'y'.repeat(10_000), { __proto__: null, constructor: 5 }],
];

/** Generates JSON from samples, with values replaced, removed or repeated. */
function jsonInputs(samples: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const edit = fc.tuple(
    fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    fc.nat(3),
    fc.constantFrom(...VALUES),
  );
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([sample, edits]) => {
      const value = JSON.parse(sample.toString('utf8')) as unknown;
      for (const [way, kind, other] of edits) changeAt(value, way, kind, other);
      return Buffer.from(JSON.stringify(value)).subarray(0, MAX_LENGTH);
    });
}

/** Follows a path of numbers into a value, and changes what is at its end. */
function changeAt(value: unknown, [step = 0, ...way]: readonly number[], kind: number, other: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const hash = value as Record<string, unknown>;
  const keys = Object.keys(hash);
  const key = keys[step % (keys.length || 1)];
  if (key === undefined) return;
  const inside = hash[key];
  if (way.length > 0 && typeof inside === 'object' && inside !== null) changeAt(inside, way, kind, other);
  else if (kind === 0) delete hash[key];
  else if (kind === 1 && Array.isArray(value)) value.push(structuredClone(inside));
  else hash[key] = structuredClone(other);
}

/** Generates samples with a few edits, which keep most of their structure, and random bytes. */
function inputs(samples: readonly Buffer[], words: readonly string[] = []): fc.Arbitrary<Buffer> {
  const word = fc.constantFrom(...WORDS, ...words, ...wordsOf(samples));
  const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(OPERATIONS.length - 1), fc.nat(), fc.nat(), word);
  const edited = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.constantFrom(...samples),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
    )
    .map(([sample, other, edits]) => edits.reduce((bytes, one) => apply(bytes, one, other), sample));
  const jumbled = fc.array(word, { maxLength: 60 }).map((all) => Buffer.from(all.join(''), 'utf8'));
  const raw = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
  return fc
    .oneof(
      { weight: 10, arbitrary: edited },
      { weight: 1, arbitrary: jumbled },
      { weight: 1, arbitrary: raw },
    )
    .map((bytes) => bytes.subarray(0, MAX_LENGTH));
}

/** The operations of edits; `at` and `length` are arbitrary numbers that are reduced to the range. */
const OPERATIONS: readonly ((
  bytes: Buffer,
  at: number,
  length: number,
  word: Buffer,
  other: Buffer,
) => Buffer)[] = [
  // Insertions: of a word, instead of something, at the end of a line, or in all lines.
  (bytes, at, _length, word) => splice(bytes, at, 0, word),
  (bytes, at, length, word) => splice(bytes, at, 1 + (length % 20), word),
  (bytes, at, _length, word) => {
    const [start, end] = line(bytes, at);
    return splice(bytes, end, 0, start === end ? word : Buffer.concat([Buffer.from(' '), word]));
  },
  (bytes, at, length, word) => {
    const token = bytes.subarray(at, at + 1 + (length % 4)).toString('latin1');
    return token === ''
      ? bytes
      : Buffer.from(
          bytes.toString('latin1').split(token).join(word.toString('latin1')).slice(0, MAX_LENGTH),
          'latin1',
        );
  },
  // Removals: of a piece, a line, the end.
  (bytes, at, length) => splice(bytes, at, 1 + (length % 50), Buffer.alloc(0)),
  (bytes, at) => {
    const [start, end] = line(bytes, at);
    return splice(bytes, start, end + 1 - start, Buffer.alloc(0));
  },
  (bytes, at) => bytes.subarray(0, at),
  // Repetitions: of a line or a piece, once or very often.
  (bytes, at) => repeatRange(bytes, ...line(bytes, at), 2),
  (bytes, at) => repeatRange(bytes, ...line(bytes, at), 4000),
  (bytes, at, length) => repeatRange(bytes, at, at + 1 + (length % 4), 30_000),
  (bytes, at, length) => repeatRange(bytes, at, at + 1 + (length % 30), 1000),
  // A piece of another sample, a changed byte, and another order.
  (bytes, at, length, _word, other) =>
    splice(bytes, at, length % 100, other.subarray(length % (other.length || 1))),
  (bytes, at, length) => splice(bytes, at, 1, Buffer.from([length & 255])),
  (bytes, at) => Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]),
];

function apply(bytes: Buffer, [operation, at, length, word]: Edit, other: Buffer): Buffer {
  const edit = OPERATIONS[operation] as (typeof OPERATIONS)[number];
  const index = at % (bytes.length + 1);
  return edit(bytes, index, length, Buffer.from(word, 'utf8'), other).subarray(0, MAX_LENGTH);
}

function splice(bytes: Buffer, at: number, length: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
}

/** Returns the start and the end of the line at an offset. */
function line(bytes: Buffer, at: number): [number, number] {
  const end = bytes.indexOf(10, at);
  return [at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1, end < 0 ? bytes.length : end];
}

function repeatRange(bytes: Buffer, start: number, end: number, times: number): Buffer {
  const piece = bytes.subarray(start, end + 1);
  const most = piece.length === 0 ? 0 : Math.min(times, Math.ceil(MAX_LENGTH / piece.length));
  return splice(bytes, start, 0, Buffer.concat(Array.from({ length: most }, () => piece)));
}

/** Returns the words of samples, which are what the parsers recognize. */
function wordsOf(samples: readonly Buffer[]): string[] {
  const words = new Set(
    samples.flatMap((sample) => sample.toString('latin1').match(/[\w.-]+|[^\w\s]/g) ?? []),
  );
  return [...words].slice(0, 200);
}
