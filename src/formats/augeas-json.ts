import { fileText } from './plain-text.js';
import { ESCAPED, unicodeEscape } from './unicode-escape.js';

const FILE = 'a JSON file';

/** What ends a text in quotes, and what is escaped, in JSON or in a command of Augeas. */
const QUOTES = /["'\\]/;

/**
 * What stands within the quotes of a text of JSON, in a command of Augeas that has it in quotes too: whatever means
 * something to one of them is written by its number.
 * @throws {Unwritable}
 */
export function augeasJsonText(text: string): string {
  fileText(text.replaceAll('\0', ''), FILE);
  return text.replace(new RegExp(`${QUOTES.source}|${ESCAPED.source}`, 'g'), unicodeEscape);
}

/**
 * The same for a text that stands in a path of Augeas: commands are taken apart by their brackets, quoted or not.
 * @throws {Unwritable}
 */
export function augeasJsonKey(text: string): string {
  return augeasJsonText(text).replace(/[[\]]/g, unicodeEscape);
}
