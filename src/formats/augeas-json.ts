import { checkFileText } from './plain-text.js';
import { NEEDS_ESCAPE, toUnicodeEscape } from './unicode-escape.js';

const FILE = 'a JSON file';

/** What ends a text in quotes, and what is escaped, in JSON or in a command of Augeas. */
const QUOTES = /["'\\]/;

/**
 * What stands within the quotes of a text of JSON, in a command of Augeas that has it in quotes too: whatever means
 * something to one of them is written by its number.
 * @throws {Unwritable}
 */
export function toAugeasJsonText(text: string): string {
  checkFileText(text.replaceAll('\0', ''), FILE);
  return text.replace(new RegExp(`${QUOTES.source}|${NEEDS_ESCAPE.source}`, 'g'), toUnicodeEscape);
}

/**
 * The same for a text that stands in a path of Augeas: commands are taken apart by their brackets, quoted or not.
 * @throws {Unwritable}
 */
export function toAugeasJsonKey(text: string): string {
  return toAugeasJsonText(text).replace(/[[\]]/g, toUnicodeEscape);
}
