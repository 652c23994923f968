import { toConfigParserText, toOsloText } from '../../formats/oslo-text.js';
import { derive } from './puppet-functions.js';
import { isServiceDefault } from './service-default.js';

/**
 * Formats a literal value, such as a password, that does not refer to other options: oslo.config reads it back
 * unchanged, whatever it contains.
 */
function toLiteral(value: unknown): unknown {
  return quoteString(toOsloText, value);
}

/** Properties of an option for a password or key: it is secret and literal. */
export const literalSecret = { secret: true, write: toLiteral } as const;

/** Formats a literal value for files that Python's ConfigParser reads. */
export function toConfigParserLiteral(value: unknown): unknown {
  return quoteString(toConfigParserText, value);
}

function quoteString(quote: (text: string) => string, value: unknown): unknown {
  if (isServiceDefault(value)) return value;
  return derive(value, (clear) => (typeof clear === 'string' ? quote(clear) : clear));
}
