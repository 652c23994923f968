import { raise } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { deriveSecret, Secret } from '../../secrets/secret.js';
import { WholeFloat } from './reading/whole-float.js';
import { kindOf, toText } from './values.js';

/**
 * Converts a value to one of Puppet's types, as `convert_to` in lookup_options requests and `new` of that type does.
 * @throws {GlanceApplyError} if the value cannot be converted; the message does not quote the value.
 */
export function convertTo(
  value: unknown,
  [type, ...rest]: readonly unknown[],
  key: string,
  location?: SourceLocation,
): unknown {
  const name = String(type).trim();
  const convert = conversions[name.replace(/\[.*\]$/s, '')];
  if (convert === undefined) {
    return raise('data.convert', `'${key}' cannot be converted to ${name}: this type is not supported`, {
      location,
      hint: `supported types are ${Object.keys(conversions).join(', ')}`,
    });
  }
  if (Secret.is(value) && name !== 'Sensitive') {
    return deriveSecret(convertTo(value.reveal(), [type, ...rest], key, location), value);
  }
  const converted = convert(value, rest);
  if (converted !== undefined) return converted;
  return raise(
    'data.convert',
    `'${key}' cannot be converted to ${name}: ${kindOf(value)} does not represent one`,
    { location },
  );
}

/** Each returns undefined for a value that it cannot convert. */
const conversions: Readonly<Record<string, (value: unknown, rest: readonly unknown[]) => unknown>> = {
  Sensitive: (value) => (Secret.is(value) ? value : new Secret(value)),
  String: (value) => toText(value ?? null),
  Integer: (value, [radix]) => toInteger(value, radix),
  Float: (value) => {
    const number = toNumber(value);
    return number !== undefined && Number.isInteger(number) ? new WholeFloat(number) : number;
  },
  Numeric: toNumber,
  Boolean: toBoolean,
  Array: (value, [wrap]) => toList(value, wrap === true),
  Hash: toHash,
};

function toInteger(value: unknown, radix: unknown): number | undefined {
  if (typeof value === 'string' && typeof radix === 'number') {
    const digits = value
      .trim()
      .replace(radix === 16 ? /^([+-]?)0x/i : radix === 2 ? /^([+-]?)0b/i : /^([+-]?)0o?(?=.)/i, '$1');
    const number = Number.parseInt(digits, radix);
    return number.toString(radix) ===
      digits
        .toLowerCase()
        .replace(/^([+-]?)0+(?=.)/, '$1')
        .replace(/^\+/, '')
      ? number
      : undefined;
  }
  const number = toNumber(value);
  return number === undefined ? undefined : Math.trunc(number);
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof WholeFloat) return value.value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return undefined;
  const [, sign, digits = ''] = /^\s*([+-]?)\s*(\S+)\s*$/.exec(value) ?? [];
  const plain = /^0[0-7]+$/.test(digits)
    ? Number(`0o${digits.slice(1)}`)
    : /^(?:0x[0-9a-f]+|0b[01]+|(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)$/i.test(digits)
      ? Number(digits)
      : undefined;
  return plain === undefined ? undefined : sign === '-' ? -plain : plain;
}

function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof WholeFloat) return value.value !== 0;
  if (typeof value !== 'string') return undefined;
  if (/^(?:true|yes|y)$/i.test(value)) return true;
  return /^(?:false|no|n)$/i.test(value) ? false : undefined;
}

function toList(value: unknown, wrap: boolean): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (wrap) return [value];
  if (value instanceof Map) return [...value].map(([key, one]) => [key, one]);
  if (typeof value === 'string') return [...value];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? Array.from({ length: value }, (_, index) => index)
    : undefined;
}

function toHash(value: unknown): Map<string, unknown> | undefined {
  if (value instanceof Map) return value;
  if (!Array.isArray(value)) return undefined;
  if (value.length > 0 && value.every((one) => Array.isArray(one) && one.length === 2))
    return new Map(value.map(([key, one]) => [toText(key), one]));
  if (value.length % 2 === 1) return undefined;
  return new Map(
    Array.from({ length: value.length / 2 }, (_, index) => [toText(value[index * 2]), value[index * 2 + 1]]),
  );
}
