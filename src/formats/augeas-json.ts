import { fileText } from './plain-text.js';

const FILE = 'a JSON file';

/**
 * What stands within the quotes of a text of JSON, in a command of Augeas that has it in quotes too: whatever means
 * something to one of them is written by its number.
 * @throws {Unwritable}
 */
export function augeasJsonText(text: string): string {
  fileText(text.replaceAll('\0', ''), FILE);
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
    /["'\\\x00-\x1f\x7f]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
