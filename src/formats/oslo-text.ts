import { checkOneLine } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'an OpenStack configuration file';

/**
 * Escapes a string so that oslo.config reads it back unchanged: a dollar sign begins the name of another option unless
 * it is doubled or follows a backslash, which is removed; white space at the ends and quotes around the whole value are
 * removed. Any other string is returned unchanged.
 * @throws {UnwritableValue} for control characters.
 */
export function toOsloText(text: string): string {
  // A dollar sign after a backslash is escaped with another backslash: doubling it would remove the first one.
  const escaped = checkOneLine(text, FILE)
    .replace(/(?<!\\)\$/g, '$$$$')
    .replace(/(?<=\\)\$/g, '\\$$');
  // Configuration types would normalize these values, but not within quotes.
  const delicate = /^\s|\s$|^(['"]).*\1$|^["']$|^(?:true|false)$/i.test(escaped);
  return delicate ? `"${escaped}"` : escaped;
}

/** Returns the string that oslo.config reads from this value, if it does not refer to another option. */
export function fromOsloText(value: string): string {
  const inner = /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
  return inner.replaceAll('\\$', '$$$$').replaceAll('$$', '$');
}

/**
 * Escapes a string so that Python's ConfigParser reads it back unchanged: a percent sign begins the name of another
 * setting unless it is doubled.
 * @throws {UnwritableValue} for control characters, and for white space at the ends, which ConfigParser removes.
 */
export function toConfigParserText(text: string): string {
  if (text !== text.trim())
    throw new UnwritableValue(`the value has leading or trailing white space, which ${FILE} cannot contain`);
  return checkOneLine(text, FILE).replaceAll('%', '%%');
}
