/**
 * A number written with a fraction of zero, such as `2.0`. It keeps the fraction within a string, as in Puppet; as a
 * value it is the number.
 */
export class WholeFloat {
  constructor(readonly value: number) {}

  toString(): string {
    return formatRubyFloat(this.value);
  }
}

/** Formats a number as Ruby does: always with a fraction, and with an exponent from 1e16 on. */
export function formatRubyFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = '', exponent = '0'] = value.toExponential().split('e');
    const power = Number(exponent);
    const sign = power < 0 ? '-' : '+';
    return `${digits.includes('.') ? digits : `${digits}.0`}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}
