import type { ValueType } from '../../catalog/index.js';

/** Seconds of each unit of age, by its first letter. */
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/** Bytes of each unit of size, by its first letter. */
const BYTES: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** A number with a unit, of which the first letter counts, as in Puppet. */
function createAmountType(units: string, expected: string): ValueType<string | number, string> {
  const letters = `[${units}${units.toUpperCase()}]`;
  return {
    schema: { type: 'string', pattern: `^[0-9]+(?:${letters}[A-Za-z]*)?$` },
    expected,
    munge: (value) => (typeof value === 'number' ? String(value) : value),
  };
}

/** An age in seconds, minutes, hours, days or weeks; days without a unit. */
export const age = createAmountType(
  'smhdw',
  "a number of days, or a number with a unit such as '90s', '12h', '2w'",
);
/** A size in bytes to terabytes; kilobytes without a unit. */
export const size = createAmountType(
  'bkmgt',
  "a number of kilobytes, or a number with a unit such as '100b', '20m', '1g'",
);

/** Converts an age to seconds. */
export function toSeconds(text: string): number {
  return toNumber(text, SECONDS, 'd');
}

/** Converts a size to bytes. */
export function toBytes(text: string): number {
  return toNumber(text, BYTES, 'k');
}

function toNumber(text: string, units: Readonly<Record<string, number>>, defaultUnit: string): number {
  const [, digits = '', unit = defaultUnit] = /^(\d+)([a-z])?/i.exec(text) ?? [];
  return Number(digits) * (units[unit.toLowerCase()] ?? 1);
}

/** The depth of recursion: none, unlimited, or a number of levels. */
export const depth: ValueType<boolean | number | 'inf', boolean | number> = {
  schema: { anyOf: [{ type: 'boolean' }, { type: 'integer', minimum: 0 }] },
  expected: "true, false, 'inf' or a number of levels",
  munge: (value) => {
    if (value === 'inf' || value === 'true') return true;
    if (value === 'false') return false;
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  },
};
