import { printableLine } from './escape-control-characters.js';
import { shorten } from './wrap.js';

/** Strings that are recognizable without quotes. */
const plain = /^[\w./:@%+*=~,-]+$/;

/** Formats the value of a property on one line: short, unambiguous and safe for a terminal. */
export function formatValue(value: unknown, width = 60): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') {
    if (value === '[redacted]' || plain.test(value)) return shorten(value, width);
    return `'${shorten(printableLine(value), width - 2)}'`;
  }
  if (Array.isArray(value)) {
    return value.length === 1
      ? formatValue(value[0], width)
      : shorten(`[${value.map((one) => formatValue(one, width)).join(', ')}]`, width);
  }
  return shorten(printableLine(typeof value === 'object' ? JSON.stringify(value) : String(value)), width);
}
