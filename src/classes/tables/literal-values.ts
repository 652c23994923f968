import { toConfigParserText, toOsloText } from '../../formats/oslo-text.js';
import { derive } from './puppet-functions.js';
import { isServiceDefault } from './service-default.js';

/**
 * How a value is written that stands for itself and names no other option, such as a password: oslo.config reads it
 * back as it is, whatever is in it.
 */
function toLiteral(value: unknown): unknown {
  return quoteString(toOsloText, value);
}

/** What an option for a password or a key has: it is secret, and stands for itself. */
export const literalSecret = { secret: true, write: toLiteral } as const;

/** As `literal`, for files that Python's ConfigParser reads. */
export function toConfigParserLiteral(value: unknown): unknown {
  return quoteString(toConfigParserText, value);
}

function quoteString(quote: (text: string) => string, value: unknown): unknown {
  if (isServiceDefault(value)) return value;
  return derive(value, (clear) => (typeof clear === 'string' ? quote(clear) : clear));
}
