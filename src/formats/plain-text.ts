import { UnwritableValue } from './unwritable-value.js';

/** Control characters, including Unicode line breaks. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/**
 * Checks that a text file can contain a string, and returns it.
 * @param file A description of the file for the message: `a shell script`.
 * @throws {UnwritableValue} for a NUL character, and for an unpaired surrogate, which UTF-8 cannot encode.
 */
export function checkFileText(text: string, file: string): string {
  if (text.includes('\0'))
    throw new UnwritableValue(`the value contains a NUL character, which ${file} cannot contain`);
  if (/\p{Cs}/u.test(text))
    throw new UnwritableValue(`the value contains an unpaired surrogate, which ${file} cannot contain`);
  return text;
}

/**
 * Checks that a string fits on one line, in a format that cannot escape line breaks, and returns it.
 * @throws {UnwritableValue} for line breaks and other control characters.
 */
export function checkOneLine(text: string, file: string): string {
  if (CONTROL.test(checkFileText(text, file)))
    throw new UnwritableValue(
      `the value contains a line break or another control character, which ${file} cannot contain`,
    );
  return text;
}

/**
 * Checks that a string is one word, in a format that separates words by white space, and returns it.
 * @throws {UnwritableValue} for white space or an empty string.
 */
export function checkOneWord(text: string, file: string): string {
  if (!/^\S+$/.test(checkOneLine(text, file)))
    throw new UnwritableValue(`the value is empty or contains white space, which separates words in ${file}`);
  return text;
}
