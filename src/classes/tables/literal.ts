import { configParserText, osloText } from '../../formats/oslo-text.js';
import { derive } from './lists.js';
import { isServiceDefault } from './service-default.js';

/**
 * How a value is written that stands for itself and names no other option, such as a password: oslo.config reads it
 * back as it is, whatever is in it.
 */
function literal(value: unknown): unknown {
  return quotedBy(osloText, value);
}

/** What an option for a password or a key has: it is secret, and stands for itself. */
export const password = { secret: true, write: literal } as const;

/** As `literal`, for files that Python's ConfigParser reads. */
export function configParserLiteral(value: unknown): unknown {
  return quotedBy(configParserText, value);
}

function quotedBy(quote: (text: string) => string, value: unknown): unknown {
  if (isServiceDefault(value)) return value;
  return derive(value, (clear) => (typeof clear === 'string' ? quote(clear) : clear));
}
