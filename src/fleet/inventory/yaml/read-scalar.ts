import { tooLargeInteger, UnsupportedValue } from '../unsupported-value.js';

/** The regular expressions of PyYAML's resolver, with which it decides on the type of a plain scalar. */
const bool = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const integer =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const time =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?(?:[ \t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?$/;

/** The types of scalars that a tag can require. */
export const scalarTags: Readonly<Record<string, (text: string) => null | boolean | number | string>> = {
  'tag:yaml.org,2002:null': () => null,
  'tag:yaml.org,2002:bool': (text) => (bool.test(text) ? readBoolean(text) : refuse(text, 'boolean')),
  'tag:yaml.org,2002:int': (text) => (integer.test(text) ? readInteger(text) : refuse(text, 'integer')),
  'tag:yaml.org,2002:float': (text) =>
    float.test(text) || integer.test(text) ? readFloat(text) : refuse(text, 'number'),
  'tag:yaml.org,2002:timestamp': (text) =>
    date.test(text) || time.test(text) ? readTime(text) : refuse(text, 'date'),
};

/**
 * Reads a plain scalar as PyYAML does, which follows YAML 1.1: `yes` is true, `010` is 8, `12:30` is 750, `1e3` is a
 * string. Dates and times become strings in the form of ISO 8601, as in the JSON that Ansible prints.
 * @throws {UnsupportedValue}
 */
export function readScalar(text: string): null | boolean | number | string {
  // Most scalars begin with a letter and are none of the short words.
  if (nothing.test(text)) return null;
  if (/^[A-Za-z_]/.test(text)) return text.length <= 5 && bool.test(text) ? readBoolean(text) : text;
  if (float.test(text)) return readFloat(text);
  if (integer.test(text)) return readInteger(text);
  return date.test(text) || time.test(text) ? readTime(text) : text;
}

function readBoolean(text: string): boolean {
  return /^(?:yes|true|on)$/i.test(text);
}

function readInteger(written: string): number {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(written.replaceAll('_', '')) ?? [];
  const size = digits.includes(':')
    ? readBase60(digits)
    : Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (Number.isNaN(size) || /^0[bx]$/.test(digits)) return refuse(written, 'integer');
  if (!Number.isSafeInteger(size)) throw tooLargeInteger(written);
  return sign === '-' ? 0 - size : size;
}

function readFloat(written: string): number {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(written.replaceAll('_', '').toLowerCase()) ?? [];
  if (digits === '.nan') return Number.NaN;
  const size =
    digits === '.inf' ? Number.POSITIVE_INFINITY : digits.includes(':') ? readBase60(digits) : Number(digits);
  return sign === '-' ? -size : size;
}

function readBase60(digits: string): number {
  return digits.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

function readTime(text: string): string {
  const [year = '', month = '', day = ''] = text.split(/[-Tt \t]+/);
  const isReal = new Date(Date.UTC(2000, Number(month) - 1, 1)).getUTCMonth() === Number(month) - 1;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!isReal || Number(month) < 1 || Number(day) < 1 || Number(day) > days || Number(year) < 1)
    return refuse(text, 'date');
  const [, , , , hour, minute, second, fraction = '', utc, sign, zoneHour = '', zoneMinute = ''] =
    time.exec(text) ?? [];
  const dayText = [year, ...[month, day].map(pad)].join('-');
  if (hour === undefined) return dayText;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse(text, 'time');
  const micro = fraction.slice(0, 6).padEnd(6, '0');
  const zone =
    utc !== undefined ? '+00:00' : sign === undefined ? '' : formatZone(sign, zoneHour, zoneMinute);
  return `${dayText}T${[hour, minute ?? '', second ?? ''].map(pad).join(':')}${Number(micro) === 0 ? '' : `.${micro}`}${zone}`;
}

function formatZone(sign: string, hour: string, minute: string): string {
  const isZero = Number(hour) === 0 && Number(minute) === 0;
  return `${isZero ? '+' : sign}${pad(hour)}:${pad(minute)}`;
}

function pad(digits: string): string {
  return digits.padStart(2, '0');
}

function refuse(text: string, type: string): never {
  throw new UnsupportedValue(`${text} is not a valid ${type}`, `quote it to make it a string: '${text}'`);
}
