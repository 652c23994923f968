import { checkFileText } from './plain-text.js';
import { NEEDS_ESCAPE, toUnicodeEscape } from './unicode-escape.js';

const FILE = 'a JSON file';

/** Characters that end a quoted string, or are escapes, in JSON or in an Augeas command. */
const QUOTES = /["'\\]/;

/**
 * Escapes a string for a JSON string within a quoted argument of an Augeas command: every character with a meaning in
 * either is written as a Unicode escape.
 * @throws {UnwritableValue}
 */
export function toAugeasJsonText(text: string): string {
  checkFileText(text.replaceAll('\0', ''), FILE);
  return text.replace(new RegExp(`${QUOTES.source}|${NEEDS_ESCAPE.source}`, 'g'), toUnicodeEscape);
}

/**
 * Escapes a string for an Augeas path: Augeas splits commands at brackets even within quotes.
 * @throws {UnwritableValue}
 */
export function toAugeasJsonKey(text: string): string {
  return toAugeasJsonText(text).replace(/[[\]]/g, toUnicodeEscape);
}
