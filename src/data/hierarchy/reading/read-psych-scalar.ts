import { UnsupportedScalar } from './unsupported-scalar.js';
import { WholeFloat } from './whole-float.js';

/** A scalar that begins like a word is a string or one of the words below. */
const wordLike = /^[^\d.:-]?[\p{Alphabetic}_\s!@#$%^&*(){}<>|/\\~;=]+/mu;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['~', null],
  ['null', null],
  ...['yes', 'true', 'on'].map((word) => [word, true] as const),
  ...['no', 'false', 'off'].map((word) => [word, false] as const),
]);
const time =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const date = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?$/;
const float = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const whole =
  /^(?:[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$/;

/**
 * Reads an unquoted scalar as Ruby's Psych does, which deviates from YAML 1.1: `yes` and `off` are booleans, `017` is
 * octal, `1_000` is a number, `12:30` is base 60, and `1e3` and `08` are strings.
 * @throws {UnsupportedScalar} for what Puppet refuses too: dates, times and symbols; and for an integer that would
 *   not stay the same.
 */
export function readPsychScalar(text: string): unknown {
  if (text === '') return null;
  // Cheap checks for the most frequent scalars come first.
  if (text.length > 5 && /^[A-Za-z_]/.test(text)) return text;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (wordLike.test(text) || text.includes('\n')) {
    if (text.length > 5) return text;
    const word = words.get(text.toLowerCase());
    return word === undefined ? text : word;
  }
  if (time.test(text) || date.test(text)) {
    throw new UnsupportedScalar(`${text} is a date, which data cannot contain`, `quote it: '${text}'`);
  }
  if (/^\+?\.inf$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.inf$/i.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  if (/^:./.test(text)) {
    throw new UnsupportedScalar(`${text} is a Ruby symbol, which data cannot contain`, `quote it: '${text}'`);
  }
  if (base60.test(text)) return readBase60(text);
  if (float.test(text)) return /^[-+]?\.$/.test(text) ? text : readFloat(text);
  return whole.test(text) ? readInteger(text) : text;
}

/** Reads `12:30:45`; Psych reads the first part of `12:30` as hours too. A sign only applies to the first part. */
function readBase60(text: string): unknown {
  const parts = text.replaceAll('_', '').split(':').map(Number);
  const sum = parts.reduce((total, part, index) => total + part * 60 ** Math.abs(index - 2), 0);
  return text.includes('.') && Number.isInteger(sum) ? new WholeFloat(sum) : sum;
}

function readFloat(text: string): unknown {
  const value = Number(text.replace(/[,_]/g, '').replace(/\.(?=[Ee]|$)/, ''));
  return Number.isInteger(value) ? new WholeFloat(value) : value;
}

function readInteger(text: string): number {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(text.replace(/[,_]/g, '')) ?? [];
  const size = Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (!Number.isSafeInteger(size)) {
    throw new UnsupportedScalar(`${text} is too large to be represented exactly`, `quote it: '${text}'`);
  }
  return sign === '-' ? -size : size;
}
