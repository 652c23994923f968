import type { Option, OptionType } from './option.js';

const whole = /^[+-]?\d+(_\d+)*$/;
const booleans = new Set(['true', '1', 'on', 'yes', 'false', '0', 'off', 'no']);

/** What a type accepts, for the sentence "it takes …", and whether a string is valid, as oslo.config parses it. */
const types: Readonly<
  Record<OptionType, { readonly takes: string; readonly reads: (value: string) => boolean }>
> = {
  boolean: { takes: 'true or false', reads: (value) => booleans.has(value.toLowerCase()) },
  integer: { takes: 'a whole number', reads: (value) => whole.test(value) },
  port: { takes: 'a port', reads: (value) => whole.test(value) },
  float: {
    takes: 'a number',
    reads: (value) => /^[+-]?(\d+(_\d+)*\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(inf(inity)?|nan)$/i.test(value),
  },
  'host address': {
    takes: 'a host name or an address',
    // IPv6 addresses are written in brackets elsewhere, and some releases remove them.
    reads: (value) => /^[\w.:%[\]-]+$/.test(value),
  },
  dict: { takes: "pairs of the form 'name:value', with commas between them", reads: isDict },
  list: { takes: 'a list', reads: () => true },
  multi: { takes: 'several values', reads: () => true },
};

/**
 * Describes what an option accepts if a value is invalid: "a port, 0 to 65535". Undefined if the value is valid, or
 * cannot be checked because it names another option (`$my_ip`). An empty value leaves an option unset.
 */
export function describeExpected(
  option: Option,
  choices: readonly string[] | undefined,
  value: string,
): string | undefined {
  if (value === '' || value.includes('$')) return undefined;
  if (choices !== undefined && (option.type === undefined || option.type === 'port')) {
    return choices.includes(value) ? undefined : `one of ${choices.join(', ')}`;
  }
  if (option.type === undefined) return undefined;
  const { takes, reads } = types[option.type];
  const limits = formatRange(option);
  const fits = reads(unquote(value)) && isWithin(option, Number(unquote(value).replaceAll('_', '')));
  return fits ? undefined : `${takes}${limits}`;
}

function isWithin({ type, min, max }: Option, value: number): boolean {
  if (type !== 'integer' && type !== 'port' && type !== 'float') return true;
  return !(min !== undefined && value < min) && !(max !== undefined && value > max);
}

function formatRange({ min, max }: Option): string {
  if (min !== undefined && max !== undefined) return `, ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max === undefined ? '' : `, ${max} or less`;
}

/** Removes quotes around a value, as oslo.config does. */
function unquote(value: string): string {
  const first = value[0];
  const quoted = value.length > 1 && (first === '"' || first === "'") && value.endsWith(first);
  return quoted ? value.slice(1, -1) : value;
}

/** Values may be nested hashes and lists with commas of their own; those are not checked. */
function isDict(value: string): boolean {
  if (/[{}[\]"']/.test(value)) return true;
  return value.split(',').every((pair) => pair.trim() === '' || /^[^:]+:/.test(pair.trim()));
}
