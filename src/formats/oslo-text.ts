import { checkOneLine } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'a configuration file of OpenStack';

/**
 * A text as the value of an option that oslo.config reads back as it is: a dollar sign begins the name of another
 * option there unless it is doubled or behind a backslash, which is taken away; white space at the ends is dropped, and so
 * are quotes around the whole. Texts of all other kinds stay as they are.
 * @throws {UnwritableValue} for control characters.
 */
export function toOsloText(text: string): string {
  // Behind a backslash of the text, a dollar sign gets one of its own: doubled, it would take that of the text away.
  const escaped = checkOneLine(text, FILE)
    .replace(/(?<!\\)\$/g, '$$$$')
    .replace(/(?<=\\)\$/g, '\\$$');
  // What a configuration type would write in another way, it leaves alone within quotes.
  const delicate = /^\s|\s$|^(['"]).*\1$|^["']$|^(?:true|false)$/i.test(escaped);
  return delicate ? `"${escaped}"` : escaped;
}

/** The text that oslo.config reads where this is written, as long as no other option's name is in it. */
export function fromOsloText(value: string): string {
  const inner = /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
  return inner.replaceAll('\\$', '$$$$').replaceAll('$$', '$');
}

/**
 * A text as the value of a setting that Python's ConfigParser reads back as it is: a percent sign begins the name of
 * another setting there unless it is doubled.
 * @throws {UnwritableValue} for control characters, and for white space at the ends, which is dropped.
 */
export function toConfigParserText(text: string): string {
  if (text !== text.trim())
    throw new UnwritableValue(`the value has white space at its ends, which ${FILE} cannot hold`);
  return checkOneLine(text, FILE).replaceAll('%', '%%');
}
